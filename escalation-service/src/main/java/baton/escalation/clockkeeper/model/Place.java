package baton.escalation.clockkeeper.model;

/** One partition of one topic. */
public record Place(String topic, int partition) {}
