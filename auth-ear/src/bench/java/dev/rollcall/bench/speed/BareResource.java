package dev.rollcall.bench.speed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs in the bare server: answers with what is in a file, which it reads once. */
@Path("/bytes/{name}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BareResource {

    static final String DIRECTORY = "BARE_ANSWERS";

    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

    @GET
    public byte[] get(@PathParam("name") String name) {
        return answers.computeIfAbsent(name, BareResource::read);
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(java.nio.file.Path.of(System.getenv(DIRECTORY), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
