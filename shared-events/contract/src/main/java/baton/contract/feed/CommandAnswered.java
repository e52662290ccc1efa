package baton.contract.feed;

import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;

/**
 * What became of a record that the force sent on its commands topic: each is answered, also one
 * that cannot be read. It was done where there is no {@code problem}.
 *
 * @param referral which it was about; null where none can be told
 * @param command the {@code id} of the CloudEvent, or null where it cannot be read
 * @param commandType its {@code type}, or null likewise
 * @param partition of the commands topic, where the record stands
 * @param offset likewise
 * @param recorded wire names of the events that it led to; empty where it was so already, and where
 *     it was refused
 * @param recordedTime of the last of them; null where it was refused
 * @param number of the offer that it created, or null
 * @param problem why it was refused and nothing done, or null
 */
@JsonTypeName("baton.feed.command-answered.v1")
@JsonPropertyOrder({
  "referral",
  "command",
  "commandType",
  "partition",
  "offset",
  "recorded",
  "recordedTime",
  "number",
  "problem"
})
public record CommandAnswered(
    ReferralId referral,
    String command,
    String commandType,
    int partition,
    long offset,
    List<String> recorded,
    Instant recordedTime,
    Integer number,
    CommandProblem problem)
    implements FeedEvent {
  public CommandAnswered {
    recorded = List.copyOf(recorded);
  }
}
