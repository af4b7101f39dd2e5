package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    enum Colour {
        DARK_RED
    }

    /** Yasson reads public members only. */
    public record Written(
            String firstName, String absent, Colour colour, JsonObject publicMetadata, List<Sparse> all) {}

    @JsonbNillable(false)
    public record Sparse(String given, String leftOut, Map<String, Object> meta) {}

    public record Numbered(String web3Wallet, String primaryWeb3WalletId) {}

    @Test
    void writesSnakeCaseWithNullsAndLowerCaseEnums() {
        var metadata = jakarta.json.Json.createObjectBuilder()
                .add("aB", 1)
                .addNull("c")
                .build();

        assertThat(text(new Written("Ada", null, Colour.DARK_RED, metadata, List.of())))
                .isEqualTo("""
                {"absent":null,"all":[],"colour":"dark_red","first_name":"Ada","public_metadata":{"aB":1,"c":null}}""");
    }

    @Test
    void seesAWordBeginAfterADigit() {
        assertThat(text(new Numbered("w", "i"))).isEqualTo("{\"primary_web3_wallet_id\":\"i\",\"web3_wallet\":\"w\"}");
    }

    @Test
    void leavesOutWhatASparseRecordHasNot() {
        assertThat(text(new Sparse("x", null, null))).isEqualTo("{\"given\":\"x\"}");
        assertThat(text(List.of(new Sparse("x", null, Map.of("paramName", 1)))))
                .isEqualTo("[{\"given\":\"x\",\"meta\":{\"paramName\":1}}]");
    }

    @Test
    void keepsNullsOutsideOfASparseRecord() {
        assertThat(text(new Written("Ada", null, null, null, List.of(new Sparse(null, null, null)))))
                .contains("\"absent\":null", "\"all\":[{}]", "\"colour\":null");
    }

    private static String text(Object view) {
        return new String(Json.write(view), StandardCharsets.UTF_8);
    }
}
