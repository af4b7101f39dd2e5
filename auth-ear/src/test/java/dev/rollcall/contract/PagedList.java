package dev.rollcall.contract;

import java.io.IOException;
import java.net.URI;

/**
 * The second shape of older lists: with {@code paginated=true} the SDKs expect {@code {"data": […], "total_count": n}}
 * where the files have only the bare list. What is in it is held against the schema all the same.
 */
final class PagedList {

    private PagedList() {}

    /** The list within the page; the body as it came if it is none. */
    static byte[] listOf(URI uri, int status, byte[] body) {
        var asked = uri.getRawQuery() != null && uri.getRawQuery().contains("paginated=true");
        if (!asked || status != 200) {
            return body;
        }
        try {
            var page = Wire.JSON.readTree(body);
            return page.path("total_count").isInt() && page.path("data").isArray()
                    ? Wire.JSON.writeValueAsBytes(page.get("data"))
                    : body;
        } catch (IOException e) {
            return body;
        }
    }
}
