package dev.rollcall.web.shared;

import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A path as the router sees it: without what stands behind a semicolon in one of its parts, without empty parts, and with its escapes
 * undone. Whatever asks what a request is about asks this one, or {@code /v1/client/sign_ins;x} is a sign-in to the router alone.
 */
final class RoutedPath {

    private RoutedPath() {}

    /** The path of a request that has come to a resource. */
    static String of(UriInfo uri) {
        return joined(uri.getPathSegments().stream().map(PathSegment::getPath));
    }

    /** The path of a request that has yet to be routed, as it was sent. */
    static String of(String sent) {
        return joined(Arrays.stream(sent.split("/"))
                .map(part -> part.indexOf(';') < 0 ? part : part.substring(0, part.indexOf(';')))
                .map(part -> FormText.decode(part, false, WebProblem.REQUEST_URI_INVALID)));
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(Predicate.not(String::isEmpty)).collect(Collectors.joining("/", "/", ""));
    }
}
