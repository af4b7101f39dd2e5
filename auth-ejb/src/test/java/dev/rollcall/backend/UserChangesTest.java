package dev.rollcall.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.input.JsonText;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class UserChangesTest {

    @Test
    void operatorsRightsGivenByMetadataDoNotLookLikeARename() {
        var act = UserChanges.between(
                "user_1",
                json("{'first_name':'Ada','public_metadata':{'role':'reader'},'updated_at':1}"),
                json("{'first_name':'Ada','public_metadata':{'role':'operator'},'updated_at':2}"),
                false);
        assertThat(act.before()).isEqualTo(json("{'public_metadata':{'role':'reader'}}"));
        assertThat(act.after())
                .isEqualTo(json("{'public_metadata':{'role':'operator'},'changed':['public_metadata']}"));
    }

    @Test
    void namesAddressesAndWhatIsPrivateAreNamedAndNotShown() {
        var act = UserChanges.between(
                "user_1",
                json("{'first_name':'Ada','private_metadata':{'a':1,'b':2},'unsafe_metadata':{}}"),
                json("{'first_name':'Grace','private_metadata':{'a':1,'b':3,'c':4},'unsafe_metadata':{'x':'y'}}"),
                true);
        assertThat(act.before()).isEmpty();
        assertThat(act.after())
                .isEqualTo(json("{'changed':['first_name','password','private_metadata.b','private_metadata.c',"
                        + "'unsafe_metadata.x']}"));
    }

    private static JsonObject json(String text) {
        return JsonText.object(text.replace('\'', '"')).orElseThrow();
    }
}
