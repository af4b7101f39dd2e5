package dev.rollcall.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.client.ClientRef;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.Instances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Progressive sign-up, with every attribute off, optional or required, in every combination. */
class CombinationsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<String> STATES = List.of("off", "optional", "required");
    private static final Map<String, String> VALUES = Map.of(
            "email_address", "ada@example.org",
            "phone_number", "+12015550123",
            "username", "adalovelace",
            "first_name", "Ada",
            "last_name", "Lovelace",
            "password", "x",
            "legal_accepted", "true");

    /** What is asked of new people: the state of each attribute, whether user names sign in, whether addresses are proved. */
    record Rules(
            String email, String phone, String username, boolean usernameSignsIn, String password, boolean proved) {

        Instance instance() {
            return Instances.patched("{'attributes': {"
                    + attribute("email_address", email, true, "email_code") + ","
                    + attribute("phone_number", phone, true, "phone_code") + ","
                    + attribute("username", username, usernameSignsIn, "") + ","
                    + attribute("password", password, false, "") + "}}");
        }

        private String attribute(String name, String state, boolean signsIn, String strategy) {
            var strategies = strategy.isEmpty() ? "[]" : "['" + strategy + "']";
            return "'" + name + "': {'enabled': " + !state.equals("off") + ", 'required': " + state.equals("required")
                    + ", 'used_for_first_factor': " + signsIn + ", 'first_factors': " + strategies
                    + ", 'verifications': "
                    + strategies + ", 'verify_at_sign_up': " + (proved && !strategy.isEmpty()) + "}";
        }

        boolean isPossible() {
            boolean named = !email.equals("off") || !phone.equals("off") || !username.equals("off") && usernameSignsIn;
            return named && (!password.equals("off") || !email.equals("off") || !phone.equals("off"));
        }
    }

    static Stream<Rules> everyCombination() {
        var all = new ArrayList<Rules>();
        for (var email : STATES) {
            for (var phone : STATES) {
                for (var username : STATES) {
                    for (var password : STATES) {
                        for (boolean signsIn : new boolean[] {false, true}) {
                            for (boolean proved : new boolean[] {false, true}) {
                                all.add(new Rules(email, phone, username, signsIn, password, proved));
                            }
                        }
                    }
                }
            }
        }
        return all.stream().filter(Rules::isPossible);
    }

    /** Whoever gives what is missing and proves what is unverified, in any order, arrives; and only they. */
    @ParameterizedTest
    @MethodSource("everyCombination")
    void whoGivesWhatIsMissingArrives(Rules rules) {
        var instance = rules.instance();
        for (boolean backwards : new boolean[] {false, true}) {
            var signUp = new SignUp(new ClientRef("ins_1", "client_1"), NOW);
            var proved = EnumSet.noneOf(IdentifierType.class);
            var lacks = Requirements.of(instance.settings(), signUp, proved);
            assertThat(lacks.met()).as("nobody is let in for nothing").isFalse();
            for (int step = 0; !lacks.met() && step < 20; step++) {
                assertThat(lacks.missing()).doesNotHaveDuplicates();
                var next = new ArrayList<>(lacks.missing());
                if (backwards) {
                    Collections.reverse(next);
                }
                if (next.isEmpty()) {
                    proved.add(type(lacks.unverified().get(0)));
                } else {
                    give(instance, signUp, next.get(0));
                }
                lacks = Requirements.of(instance.settings(), signUp, proved);
            }
            assertThat(lacks.met()).as("%s", rules).isTrue();
            assertCanComeBack(rules, signUp, proved);
            assertThat(Requirements.of(instance.settings(), signUp, Set.of()).met())
                    .as("what was proved had to be: %s", rules)
                    .isEqualTo(proved.isEmpty());
        }
    }

    /** What is optional may be given as well; where addresses are proved it is proved too. */
    @ParameterizedTest
    @MethodSource("everyCombination")
    void whatIsOptionalMayBeGiven(Rules rules) {
        var instance = rules.instance();
        var signUp = new SignUp(new ClientRef("ins_1", "client_1"), NOW);
        var empty = Requirements.of(instance.settings(), signUp, Set.of());
        Stream.concat(empty.required().stream(), empty.optional().stream())
                .forEach(name -> give(instance, signUp, name));
        var full = Requirements.of(instance.settings(), signUp, Set.of());

        assertThat(full.missing()).isEmpty();
        assertThat(full.unverified())
                .containsExactlyElementsOf(Stream.of("email_address", "phone_number")
                        .filter(name -> rules.proved())
                        .filter(name -> signUp.identifier(type(name)) != null)
                        .toList());
        assertThat(Requirements.of(instance.settings(), signUp, EnumSet.allOf(IdentifierType.class))
                        .met())
                .isTrue();
    }

    private static void assertCanComeBack(Rules rules, SignUp signUp, Set<IdentifierType> proved) {
        boolean byContact = signUp.emailAddress() != null || signUp.phoneNumber() != null;
        boolean contacts = !rules.email().equals("off") || !rules.phone().equals("off");
        boolean byName = signUp.username() != null && (rules.usernameSignsIn() || !contacts);
        assertThat(byContact || byName).as("something names them: %s", rules).isTrue();
        if (rules.proved()) {
            assertThat(proved.contains(IdentifierType.EMAIL_ADDRESS)).isEqualTo(signUp.emailAddress() != null);
            assertThat(proved.contains(IdentifierType.PHONE_NUMBER)).isEqualTo(signUp.phoneNumber() != null);
        }
    }

    private static void give(Instance instance, SignUp signUp, String name) {
        if (name.equals("password")) {
            signUp.protectWith("$argon2id$…");
        } else {
            var form = Input.ofForm(Map.of(name, List.of(VALUES.get(name))));
            signUp.fill(SignUpFields.of(instance.settings(), form), NOW);
        }
    }

    private static IdentifierType type(String name) {
        return name.equals("email_address") ? IdentifierType.EMAIL_ADDRESS : IdentifierType.PHONE_NUMBER;
    }
}
