package dev.rollcall.bench.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * New people on devices of their own, each of whom signs up and is signed in then: an address is given, a code is sent there, and the code
 * comes back. Their addresses are those of tests, for which the code is known and nothing is sent.
 *
 * @param files for what wrk reads and writes
 * @param passwords whether they choose a password
 */
record SignUps(Path files, Ours ours, boolean passwords, int connections) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/client/sign_ups";
    private static final String NATIVE = "?_is_native=1";
    private static final int LONGEST = 4;
    private static final String CODE = "424242";
    private static final Pattern FIGURE = Pattern.compile("FIGURE (\\d+) ([\\d.]+)");

    /** Each thread has one connection and is one device after the other. A line is written for each sign-up: its milliseconds, or what went wrong. */
    private static final String SCRIPT = """
            local ffi = require("ffi")
            ffi.cdef("typedef struct { long s; long us; } moment; int gettimeofday(moment*, void*);")
            local threads, step, people, begun, id, token, email = 0, 1, 0, 0, "", nil, ""
            local out, key, password, headers
            local function now()
              local at = ffi.new("moment")
              ffi.C.gettimeofday(at, nil)
              return tonumber(at.s) * 1000 + tonumber(at.us) / 1000
            end
            local function somebody()
              people, step, token = people + 1, 1, nil
              email = key .. "-" .. tostring(number) .. "-" .. people .. "%2Bclerk_test%40example.com"
            end
            function setup(thread)
              threads = threads + 1
              thread:set("number", threads)
            end
            function init(args)
              key, password = args[2], args[3]
              headers = { ["Content-Type"] = "application/x-www-form-urlencoded",
                ["X-Forwarded-Host"] = args[4], ["X-Forwarded-Proto"] = "https" }
              out = io.open(args[1] .. "/" .. tostring(number), "w")
              out:setvbuf("no")
              somebody()
            end
            local function post(path, form)
              headers["Authorization"] = token
              return wrk.format("POST", "/v1/client/sign_ups" .. path .. "?_is_native=1", headers, form)
            end
            function request()
              if step == 1 then
                begun = now()
                return post("", "email_address=" .. email .. (password == "" and "" or "&password=" .. password))
              elseif step == 2 then
                return post("/" .. id .. "/prepare_verification", "strategy=email_code")
              end
              return post("/" .. id .. "/attempt_verification", "strategy=email_code&code=424242")
            end
            function response(status, headers, body)
              token = headers["Authorization"] or headers["authorization"] or token
              if status ~= 200 then
                out:write("step " .. step .. ": " .. status .. " " .. body:gsub("%s+", " ") .. "\\n")
                somebody()
              elseif step < 3 then
                id = body:match('"id":"(sua_[^"]+)"')
                step = step + 1
              else
                local well = body:find('"status":"complete"', 1, true) and body:find('"sess_', 1, true)
                out:write(well and now() - begun .. "\\n" or "not complete: " .. body:gsub("%s+", " ") .. "\\n")
                somebody()
              end
            end
            function done(summary)
              io.write(string.format("FIGURE %d %f\\n", summary.duration, os.clock()))
            end
            """;

    /** One of them. */
    void one(String email) throws IOException, InterruptedException {
        var begun = passwords
                ? Request.form(PATH + NATIVE, "email_address", email, "password", Ours.PASSWORD)
                : Request.form(PATH + NATIVE, "email_address", email);
        var answer = ours.send(Ours.fromDevice(begun));
        var token = answer.headers().firstValue("Authorization").orElseThrow();
        var path = PATH + "/" + JSON.readTree(answer.body()).at("/response/id").asText();
        ours.send(Ours.fromDevice(Request.form(path + "/prepare_verification" + NATIVE, "strategy", "email_code")
                .header("Authorization", token)));
        var last = ours.send(Ours.fromDevice(
                Request.form(path + "/attempt_verification" + NATIVE, "strategy", "email_code", "code", CODE)
                        .header("Authorization", token)));
        if (!JSON.readTree(last.body()).at("/response/status").asText().equals("complete")) {
            throw new IllegalStateException("a sign-up is not complete: " + last.body());
        }
    }

    /** An address that nobody has, of those that tests use. */
    static String email() {
        return "newcomer-%d+clerk_test@example.com".formatted(System.nanoTime());
    }

    /** As many as there can be in so many seconds; in more where a cold server has not got through one in these. */
    Figure run(int seconds) throws IOException, InterruptedException {
        for (int longer = seconds; ; longer *= 2) {
            var figure = tried(longer);
            if (figure.isPresent()) {
                return figure.get();
            }
            if (longer > LONGEST * seconds) {
                throw new IllegalStateException("no sign-up was complete in " + longer + " seconds");
            }
        }
    }

    private Optional<Figure> tried(int seconds) throws IOException, InterruptedException {
        var lua = Files.writeString(files.resolve("sign-ups.lua"), SCRIPT);
        var lines = Files.createTempDirectory(files, "sign-ups");
        var cpu = ours.cpu();
        var process = new ProcessBuilder(
                        "wrk",
                        "--threads=" + connections,
                        "--connections=" + connections,
                        "--duration=" + seconds,
                        "--timeout=30",
                        "--script=" + lua,
                        ours.url(),
                        "--",
                        lines.toString(),
                        "load-" + System.nanoTime(),
                        passwords ? Ours.PASSWORD : "",
                        Ours.fromDevice(Request.get("/")).headers().get("X-Forwarded-Host"))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var spent = ours.cpu().since(cpu);
        var figure = FIGURE.matcher(said);
        var millis = millis(lines);
        if (!figure.find()) {
            throw new IllegalStateException("wrk said: " + said);
        }
        if (millis.length == 0) {
            return Optional.empty();
        }
        double elapsed = Long.parseLong(figure.group(1)) / 1e6;
        return Optional.of(new Figure(
                millis.length / elapsed,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                Double.parseDouble(figure.group(2)) / elapsed,
                spent.server() * 1e3 / millis.length,
                spent.database() * 1e3 / millis.length));
    }

    /** How long each took, sorted. One that went wrong fails the run. */
    private static double[] millis(Path directory) throws IOException {
        var all = new ArrayList<String>();
        try (Stream<Path> files = Files.list(directory)) {
            for (var file : files.toList()) {
                all.addAll(Files.readAllLines(file));
                Files.delete(file);
            }
        }
        Files.delete(directory);
        var wrong = all.stream().filter(line -> !line.matches("[\\d.]+")).toList();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "%d of %d sign-ups went wrong: %s".formatted(wrong.size(), all.size(), wrong.get(0)));
        }
        return all.stream().mapToDouble(Double::parseDouble).sorted().toArray();
    }
}
