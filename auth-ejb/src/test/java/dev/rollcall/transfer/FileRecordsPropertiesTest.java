package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.input.Hostile;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class FileRecordsPropertiesTest {

    private static final List<Function<String, FileRecords>> READERS = List.of(
            Files::ndjson,
            Files::csv,
            Files::clerkCsv,
            text -> Files.clerkCsv("id,first_name,public_metadata\n" + text),
            text -> Files.csv("id,primary_email_address,first_name\na,ada@example.com," + text),
            text -> Files.ndjson(
                    "{'id': 'a', 'primary_email_address': 'ada@example.com', 'last_name': '" + text + "'}"));

    @Property
    void anyFileIsReadOrSaidToBeBroken(@ForAll("texts") String text) {
        for (var reader : READERS) {
            try {
                Files.all(reader.apply(text)).forEach(record -> record.fields()
                        .ifPresent(fields -> Hostile.refusedOrRead(() -> {
                            var row = ImportRow.of(Files.INSTANCE, record);
                            Statistics.collect("read");
                            return row;
                        })));
            } catch (BrokenFile broken) {
                assertThat(broken).hasMessageMatching("(?s).+");
            }
        }
        Statistics.coverage(all -> all.check("read").count(read -> read > 100));
    }

    @Provide
    Arbitrary<String> texts() {
        return Hostile.texts();
    }
}
