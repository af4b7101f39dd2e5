package dev.rollcall.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/**
 * Graphile Worker, a queue on PostgreSQL for Node, by `npm` and kept: as its documentation sets it up for many small jobs, in one process, on
 * the same PostgreSQL. Urgent jobs are measured without its local queue, behind which they would wait.
 */
final class Graphile {

    /** The newest that runs on Node 20. */
    private static final String VERSION = "0.17.3";

    private static final String DATABASE = "graphile";
    private static final int PATIENCE_MINUTES = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Drains jobs that do nothing and counts from the first end to the last; or asks for an urgent one again and again while low ones flood it,
     * and counts from the commit to the job.
     */
    private static final String SCRIPT = """
            const { run, runMigrations, Logger } = require("graphile-worker");
            const { Pool } = require("pg");
            const { EventEmitter } = require("events");
            const [mode, connectionString, jobs, seconds] = process.argv.slice(2);
            const pool = new Pool({ connectionString, max: 30 }).on("error", fatal).on("connect", (client) => client.on("error", fatal));
            function fatal(error) { console.error(error); process.exit(1); }
            const count = Number(jobs);
            const low = (n) => pool.query(
              "select count(*) from graphile_worker.add_jobs(array(select row('probe', '{}'::json, null, null, null, null, " +
              "100::smallint, null)::graphile_worker.job_spec from generate_series(1, $1::int)))", [n]);
            const quiet = new Logger(() => () => {});
            const now = () => performance.timeOrigin + performance.now();

            async function working(settings, tasks) {
              const events = new EventEmitter();
              const runner = await run({
                pgPool: pool, concurrency: 24, noHandleSignals: true, events, logger: quiet,
                taskList: { probe: async () => {}, ...tasks }, preset: { worker: { concurrentJobs: 24, ...settings } },
              });
              return { runner, events };
            }

            async function drained(n) {
              await low(n);
              await pool.query("vacuum analyze graphile_worker._private_jobs");
              const quick = { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 };
              const { runner, events } = await working(quick);
              let ended = 0, first, last;
              await new Promise((resolve, reject) => {
                events.on("job:complete", ({ error }) => {
                  if (error) reject(error);
                  last = now();
                  first ??= last;
                  if (++ended === n) resolve();
                });
              });
              await runner.stop();
              const { rows } = await pool.query("select count(*)::int left from graphile_worker.jobs");
              if (rows[0].left !== 0) throw new Error(rows[0].left + " jobs are left");
              return { perSecond: n / ((last - first) / 1000) };
            }

            async function urgent() {
              let arrived;
              await low(count);
              await pool.query("vacuum analyze graphile_worker._private_jobs");
              const { runner } = await working({}, { urgent: async () => arrived(now()) });
              const asked = [];
              for (const end = now() + seconds * 1000; now() < end; ) {
                const arrival = new Promise((resolve) => { arrived = resolve; });
                const { rows } = await pool.query(
                  "select pg_current_xact_id()::xid::text xid, graphile_worker.add_job('urgent', '{}'::json, priority := -100)");
                asked.push({ xid: rows[0].xid, at: await arrival });
              }
              const { rows } = await pool.query("select count(*)::int left from graphile_worker.jobs where task_identifier = 'probe'");
              await pool.query("update graphile_worker._private_jobs set run_at = 'infinity' where locked_at is null");
              await runner.stop();
              await pool.query("truncate graphile_worker._private_jobs");
              const commits = await pool.query(
                "select extract(epoch from pg_xact_commit_timestamp(x::xid))::float8 * 1000 as ms from unnest($1::text[]) with ordinality u(x, n) order by n",
                [asked.map(({ xid }) => xid)]);
              return { left: rows[0].left, millis: asked.map(({ at }, i) => at - commits.rows[i].ms) };
            }

            (async () => {
              await runMigrations({ pgPool: pool, logger: quiet });
              await drained(mode === "drain" ? 2000 : 500); // warms up
              const cpu = process.cpuUsage();
              const result = mode === "drain" ? await drained(count) : await urgent();
              const { user, system } = process.cpuUsage(cpu);
              console.log("RESULT " + JSON.stringify({ ...result, cpuMillis: (user + system) / 1000 }));
              await pool.end();
              process.exit(0);
            })().catch(fatal);
            """;

    private final Path home;
    private final Ours ours;
    private boolean ready;

    Graphile(Path peers, Ours ours) {
        this.home = peers.resolve("graphile-worker-" + VERSION);
        this.ours = ours;
    }

    /** How many jobs a second it gets through. */
    Figure drain(int jobs) throws Exception {
        double database = ours.cpu().database();
        var result = run("drain", jobs, 0);
        return new Figure(
                result.path("perSecond").asDouble(),
                0,
                0,
                0,
                result.path("cpuMillis").asDouble() / jobs,
                (ours.cpu().database() - database) * 1e3 / jobs);
    }

    /** The 99th percentile of how long urgent jobs wait while low ones flood it. */
    Figure urgent(int flood, int seconds) throws Exception {
        var result = run("urgent", flood, seconds);
        if (result.path("left").asInt() == 0) {
            throw new IllegalStateException("the flood ran dry");
        }
        return millis(
                StreamSupport.stream(result.path("millis").spliterator(), false).mapToDouble(JsonNode::asDouble));
    }

    /** A figure of the 99th percentile. */
    static Figure millis(DoubleStream millis) {
        var sorted = millis.sorted().toArray();
        double p99 = sorted[sorted.length * 99 / 100];
        return new Figure(p99, sorted[sorted.length / 2], p99, 0, 0, 0);
    }

    private JsonNode run(String mode, int jobs, int seconds) throws Exception {
        prepare();
        var url = ours.stand().database(DATABASE).replace("jdbc:postgresql://", "postgres://postgres:postgres@");
        var said = said(List.of("node", "peer.js", mode, url, "" + jobs, "" + seconds));
        var result = said.lines().filter(line -> line.startsWith("RESULT ")).findFirst();
        return JSON.readTree(result.orElseThrow(() -> new IllegalStateException("node said: " + said))
                .substring(7));
    }

    private void prepare() throws Exception {
        if (ready) {
            return;
        }
        if (!Files.exists(home.resolve("installed"))) {
            Files.createDirectories(home);
            Files.writeString(home.resolve("package.json"), "{\"private\": true}");
            said(List.of("npm", "install", "--no-audit", "--no-fund", "graphile-worker@" + VERSION, "pg@8"));
            Files.createFile(home.resolve("installed"));
        }
        Files.writeString(home.resolve("peer.js"), SCRIPT);
        try (var connection = ours.connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        ready = true;
    }

    private String said(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile(home, "said", "");
        var process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        var said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
        }
        return said;
    }
}
