package baton.custody;

/**
 * Two events claim one place in a stream: the log is not what was stored.
 *
 * @param found the event that came second and was not applied
 */
public record Divergence(String source, String subject, long sequence, Entry found) {}
