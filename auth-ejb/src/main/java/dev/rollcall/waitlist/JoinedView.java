package dev.rollcall.waitlist;

/** What somebody learns who joins the waitlist ({@code Client.WaitlistEntry}): the same whether or not they were on it. */
public record JoinedView(String object, String id) {}
