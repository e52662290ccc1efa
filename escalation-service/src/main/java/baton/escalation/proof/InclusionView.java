package baton.escalation.proof;

import baton.contract.EventId;
import java.util.List;

/**
 * @param index of the leaf
 * @param offset where the event stands on the log
 * @param leafHash in Base64, as all hashes
 * @param path the audit path, from the leaf upwards
 * @param checkpoint the signed note with the root that the path leads to
 */
public record InclusionView(
    EventId event,
    String topicId,
    int partition,
    long index,
    long offset,
    String leafHash,
    long size,
    List<String> path,
    String checkpoint) {}
