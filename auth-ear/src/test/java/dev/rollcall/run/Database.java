package dev.rollcall.run;

/** A PostgreSQL that answers: where it is, and whom it lets in. */
record Database(String url, String user, String password) {}
