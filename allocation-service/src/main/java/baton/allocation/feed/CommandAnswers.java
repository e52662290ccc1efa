package baton.allocation.feed;

import baton.allocation.feed.CommandDesk.Sent;
import baton.allocation.feed.model.Draft;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.CommandAnswered;
import baton.contract.feed.CommandProblem;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Puts the answers to a force's commands on the force's feed, in the transaction that is bound. */
@ApplicationScoped
public class CommandAnswers {
  private static final String PROBLEM = "problem";
  private static final String VIOLATIONS = "violations";

  private final Transactions transactions;
  private final BusinessClock clock;
  private final FeedNews news;
  private final ObjectMapper json;

  public CommandAnswers(
      Transactions transactions, BusinessClock clock, FeedNews news, ObjectMapper json) {
    this.transactions = transactions;
    this.clock = clock;
    this.news = news;
    this.json = json;
  }

  /** What is wrong with a field of a command's body stands in the event's data. */
  static HttpProblem ofData(HttpProblem refused) {
    if (!(refused.getParameters().get(VIOLATIONS) instanceof List<?> violations)) return refused;
    return Problems.invalid(
        violations.stream()
            .map(Problems.Violation.class::cast)
            .map(v -> new Problems.Violation("/data" + v.pointer(), v.code(), v.detail()))
            .toList());
  }

  /** An answer that says what was refused, and why. */
  ObjectNode problem(HttpProblem refused) {
    ObjectNode told =
        json.createObjectNode()
            .put("type", String.valueOf(refused.getType()))
            .put("title", refused.getTitle())
            .put("status", refused.getStatusCode())
            .put("detail", refused.getDetail());
    Object violations = refused.getParameters().get(VIOLATIONS);
    if (violations != null) told.set(VIOLATIONS, json.valueToTree(violations));
    return json.createObjectNode().set(PROBLEM, told);
  }

  /**
   * @param answer {@link #problem}, or what the command's own path answers
   */
  void tell(Sent sent, CommandEvent event, ObjectNode answer) {
    OrganisationCode force = sent.topic().force();
    var place =
        new EventId(
            FeedIds.ofCommand(
                sent.topic().id(),
                sent.record().partition(),
                sent.record().offset(),
                sent.record().timestamp()));
    var draft = new Draft(force, place, clock.instant(), answered(sent, event, answer), null);
    FeedTable.on(transactions.connection()).append(List.of(draft));
    transactions.afterCommit(() -> news.of(Set.of(force)));
  }

  private CommandAnswered answered(Sent sent, CommandEvent event, ObjectNode answer) {
    String recordedTime = answer.path("recordedTime").asText(null);
    return new CommandAnswered(
        answer.hasNonNull("referralId")
            ? ReferralId.of(answer.path("referralId").asText())
            : event.referral(),
        event.id(),
        event.type(),
        sent.record().partition(),
        sent.record().offset(),
        answer.path("recorded").valueStream().map(JsonNode::asText).toList(),
        recordedTime == null ? null : Instant.parse(recordedTime),
        answer.hasNonNull("number") ? answer.path("number").asInt() : null,
        problem(answer.path(PROBLEM)));
  }

  private CommandProblem problem(JsonNode problem) {
    try {
      return problem.isMissingNode() ? null : json.treeToValue(problem, CommandProblem.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem has no JSON", e);
    }
  }
}
