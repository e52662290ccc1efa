package baton.horizon;

/** One partition of one topic. */
public record Place(String topic, int partition) {}
