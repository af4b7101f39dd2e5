package dev.rollcall.web.shared;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * All resources, at the root: the wire has paths with and without {@code /v1}. Pages and bundles are servlets with longer
 * mappings, which win; whatever nobody maps ends here and is answered in the wire's error shape.
 */
@ApplicationPath("/")
public class RestApplication extends Application {}
