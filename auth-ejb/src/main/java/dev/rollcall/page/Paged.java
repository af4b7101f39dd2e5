package dev.rollcall.page;

import java.util.List;

/** One page of a list with the number of all rows, in the shape {@code {"data": [...], "total_count": n}}. */
public record Paged<T>(List<T> data, long totalCount) {}
