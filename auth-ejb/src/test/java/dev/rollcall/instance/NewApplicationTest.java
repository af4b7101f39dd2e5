package dev.rollcall.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewApplicationTest {

    @Test
    void aNameIsEnoughForADevelopmentInstance() {
        assertThat(read("{'name':' Bakery '}"))
                .isEqualTo(new NewApplication("Bakery", Set.of(EnvironmentType.DEVELOPMENT), null));
    }

    @Test
    void productionLivesOnADomain() {
        var wanted =
                read("{'name':'Bakery','environment_types':['development','production'],'domain':'Bakery.example'}");
        assertThat(wanted.types()).containsExactly(EnvironmentType.DEVELOPMENT, EnvironmentType.PRODUCTION);
        assertThat(wanted.domain()).isEqualTo("bakery.example");
    }

    @ParameterizedTest(name = "{0} is refused at {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{};                                                               name",
                "{'name':'  '};                                                    name",
                "{'name':7};                                                       name",
                "{'name':'x','environment_types':['staging']};                     environment_types",
                "{'name':'x','environment_types':['production']};                  domain",
                "{'name':'x','domain':'example.com'};                              domain",
                "{'name':'x','environment_types':['production'],'domain':'no'};    domain",
                "{'name':'x','template':'b2b-saas'};                               template",
                "{'name':'x','colour':'red'};                                      colour",
            })
    void whatWeCannotDoIsRefusedByName(String body, String parameter) {
        var refusal = catchThrowableOfType(Refusal.class, () -> read(body));
        assertThat(refusal).as(body).isNotNull();
        assertThat(refusal.meta()).containsEntry("param_name", parameter);
    }

    private static NewApplication read(String body) {
        return NewApplication.of(Input.ofJson(
                Json.createReader(new StringReader(body.replace('\'', '"'))).readObject()));
    }
}
