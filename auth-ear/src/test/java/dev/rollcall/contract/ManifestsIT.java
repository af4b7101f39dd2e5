package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    @Test
    void aPodDrainsForLongerThanItTakesToSeeThatItIsNotReady() throws IOException {
        var pod = find(read("plain.yaml"), "Deployment").at("/spec/template/spec");
        var container = pod.at("/containers/0");
        assertThat(container.at("/lifecycle/preStop").isObject()).isTrue();
        assertThat(drain(container.path("env"))).isGreaterThan(noticed(container.path("readinessProbe")));
        assertThat(pod.path("terminationGracePeriodSeconds").asLong())
                .isGreaterThan(drain(container.path("env")) + 30); // what is under way has half a minute
        var operated = find(read("operator.yaml"), "OpenLibertyApplication").at("/spec");
        assertThat(drain(operated.path("env"))).isGreaterThan(noticed(operated.at("/probes/readiness")));
    }

    private static long drain(JsonNode environment) {
        return StreamSupport.stream(environment.spliterator(), false)
                .filter(variable -> variable.path("name").asText().equals("ROLLCALL_DRAIN"))
                .map(variable -> Duration.parse(variable.path("value").asText()).toSeconds())
                .findFirst()
                .orElse(0L);
    }

    private static long noticed(JsonNode probe) {
        return probe.path("periodSeconds").asLong(10)
                * probe.path("failureThreshold").asLong(3);
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
