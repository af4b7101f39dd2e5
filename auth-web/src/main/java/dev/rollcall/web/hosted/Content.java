package dev.rollcall.web.hosted;

import java.util.Map;

/**
 * What a page shows inside its frame.
 *
 * @param script the page's own module in {@code /assets}
 * @param sdk whether the page runs the official SDK
 * @param template the file in {@code /pages}
 * @param values what the template is filled with
 */
record Content(String title, String script, boolean sdk, String template, Map<String, Object> values) {}
