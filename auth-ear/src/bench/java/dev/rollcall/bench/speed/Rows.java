package dev.rollcall.bench.speed;

import java.util.List;

/** Some rows of the table. They are asked for once, when the servers are up and there is nobody but who rows make for themselves. */
public interface Rows {

    List<Row> in(Setting setting) throws Exception;
}
