package dev.rollcall.backend;

/** How many there are ({@code TotalCount}). */
public record TotalCountView(String object, long totalCount) {

    static TotalCountView of(long count) {
        return new TotalCountView("total_count", count);
    }
}
