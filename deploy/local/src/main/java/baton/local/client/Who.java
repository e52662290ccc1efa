package baton.local.client;

/** Who a request is from: what a token says. {@code person} is null for an agency. */
public record Who(String role, String organisation, String person) {}
