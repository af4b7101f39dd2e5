package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What an orchestrator asks before it sends traffic. */
class HealthIT {

    @Test
    void saysThatItIsReady() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(Rollcall.url() + "/health/ready"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }
}
