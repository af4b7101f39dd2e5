package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the manifests ask of a cluster. */
class ManifestsIT {

    private static final Path FOLDER = Path.of("..", "liberty", "kubernetes");
    private static final String BY_DIGEST = ".+@sha256:[0-9a-f]{64}";

    @Test
    void anImageIsNamedByItsDigestAndRunsWithASeccompProfile() throws IOException {
        var pod = find(read("plain.yaml"), "Deployment").at("/spec/template/spec");
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.at("/containers/0/image").asText()).matches(BY_DIGEST);
        var operated = find(read("operator.yaml"), "OpenLibertyApplication").at("/spec");
        assertThat(operated.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(operated.path("applicationImage").asText()).matches(BY_DIGEST);
    }

    @Test
    void thePodsAreBehindANetworkPolicy() throws IOException {
        var policy = find(read("network.yaml"), "NetworkPolicy").path("spec");
        var chosen = policy.at("/podSelector/matchLabels");
        assertThat(find(read("plain.yaml"), "Deployment")
                        .at("/spec/template/metadata/labels")
                        .properties())
                .containsAll(chosen.properties());
        assertThat(policy.at("/policyTypes")).extracting(JsonNode::asText).contains("Ingress", "Egress");
        assertThat(policy.toString()).contains("169.254.0.0/16", "9080", "5432");
    }

    private static JsonNode find(List<JsonNode> documents, String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> read(String file) throws IOException {
        try (var text = Files.newBufferedReader(FOLDER.resolve(file))) {
            var documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
            return StreamSupport.stream(documents.spliterator(), false)
                    .map(document -> new ObjectMapper().<JsonNode>valueToTree(document))
                    .toList();
        }
    }
}
