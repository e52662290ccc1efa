package baton.contract.feed;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.RegisterEvent;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;

/**
 * What became of a record on a force's commands topic that is another service's than allocation's
 * to take: allocation-service tells it on the force's feed, as {@link CommandAnswered}. Written by
 * the service that took it, once for each record; what the record held is not in it.
 *
 * @param topic the broker's id of the commands topic: one that is made again has another
 * @param partition of the topic, where the record stands
 * @param offset likewise
 * @param timestamp that the broker gave the record, in milliseconds since 1970: with the place it
 *     names the record for ever
 * @param command the {@code id} of the CloudEvent, or null where it cannot be told
 * @param commandType its {@code type}, by which the service knew that it is its own
 * @param referral which it was about; null where none can be told
 * @param recorded wire names of the events that it led to; empty where it was so already, and where
 *     it was refused
 * @param recordedTime of the last of them; null where it was refused
 * @param number of what it created, or null
 * @param problem why it was refused and nothing done, or null; it quotes nothing of the record
 */
@JsonTypeName("baton.force-command-answered.v1")
@JsonPropertyOrder({
  "force",
  "topic",
  "partition",
  "offset",
  "timestamp",
  "command",
  "commandType",
  "referral",
  "recorded",
  "recordedTime",
  "number",
  "problem"
})
public record ForceCommandAnswered(
    OrganisationCode force,
    String topic,
    int partition,
    long offset,
    long timestamp,
    String command,
    String commandType,
    ReferralId referral,
    List<String> recorded,
    Instant recordedTime,
    Integer number,
    CommandProblem problem)
    implements RegisterEvent {
  public ForceCommandAnswered {
    requireNonNull(force);
    requireNonNull(topic);
    requireNonNull(commandType);
    recorded = List.copyOf(recorded);
  }
}
