package dev.rollcall.bench.speed;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Runs in the bare server. */
@ApplicationPath("/")
public class BareApplication extends Application {}
