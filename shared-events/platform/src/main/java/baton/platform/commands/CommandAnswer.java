package baton.platform.commands;

import baton.contract.ReferralId;
import baton.contract.feed.CommandProblem;
import baton.platform.commands.CommandDesk.Sent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * What became of one record. It was done where there is no problem.
 *
 * @param command the id of the CloudEvent, or null where it cannot be told
 * @param commandType its type, or null likewise
 * @param referral null where none can be told
 * @param recorded wire names of what it led to
 * @param recordedTime null where it was refused
 * @param number of what it created, or null
 * @param problem or null
 */
public record CommandAnswer(
    Sent sent,
    String command,
    String commandType,
    ReferralId referral,
    List<String> recorded,
    Instant recordedTime,
    Integer number,
    CommandProblem problem) {

  /** It was done. */
  static CommandAnswer done(Sent sent, CommandEvent event, ObjectNode answer) {
    String recordedTime = answer.path("recordedTime").asText(null);
    return new CommandAnswer(
        sent,
        event.id(),
        event.type(),
        answer.hasNonNull("referralId")
            ? ReferralId.of(answer.path("referralId").asText())
            : event.referral(),
        answer.path("recorded").valueStream().map(JsonNode::asText).toList(),
        recordedTime == null ? null : Instant.parse(recordedTime),
        answer.hasNonNull("number") ? answer.path("number").asInt() : null,
        null);
  }

  /** It was refused, and nothing done. */
  static CommandAnswer refused(Sent sent, CommandEvent event, CommandProblem problem) {
    return new CommandAnswer(
        sent, event.id(), event.type(), event.referral(), List.of(), null, null, problem);
  }
}
