package dev.rollcall.bench.speed;

import java.util.List;
import java.util.Set;

/** Some rows of the table. They are asked for once, when the servers are up and there is nobody but who rows make for themselves. */
public interface Rows {

    /** What {@code -Dbench.rows=} may ask for; where it asks for none of them, nothing is prepared. */
    Set<String> names();

    List<Row> in(Setting setting) throws Exception;
}
