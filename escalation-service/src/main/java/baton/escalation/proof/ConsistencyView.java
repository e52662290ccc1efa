package baton.escalation.proof;

import java.util.List;

/**
 * @param path hashes in Base64
 */
public record ConsistencyView(
    String topicId, int partition, long from, long to, List<String> path) {}
