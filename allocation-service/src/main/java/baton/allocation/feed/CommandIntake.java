package baton.allocation.feed;

import baton.allocation.casework.OneCommand;
import baton.allocation.casework.Refusals;
import baton.allocation.feed.ForceTopics.Topic;
import baton.contract.OrganisationCode;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.BatonConfig;
import baton.platform.Caller;
import baton.platform.Idempotency;
import baton.platform.Problems;
import baton.platform.Roles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Takes what a force's system sent on the force's commands topic. What a command leads to, its
 * answer on the feed and the place in the topic are one transaction: it is done once, however often
 * it is read. Whose it is the topic says, for the broker lets nobody else write there; by what
 * rules it is done, the command's own path.
 */
@ApplicationScoped
public class CommandIntake implements CommandDesk {
  private final OneCommand commands;
  private final FeedCommandsResource feed;
  private final CommandAnswers answers;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final Attempts attempts;
  private final CurrentIdentityAssociation identity;
  private final Caller caller;
  private final ObjectMapper json;
  private final int bytesMax;

  public CommandIntake(
      OneCommand commands,
      FeedCommandsResource feed,
      CommandAnswers answers,
      Idempotency idempotency,
      Transactions transactions,
      Attempts attempts,
      CurrentIdentityAssociation identity,
      Caller caller,
      ObjectMapper json,
      BatonConfig config) {
    this.commands = commands;
    this.feed = feed;
    this.answers = answers;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.attempts = attempts;
    this.identity = identity;
    this.caller = caller;
    this.json = json;
    this.bytesMax = config.http().bodyMax();
  }

  @Override
  @ActivateRequestContext
  public void take(Sent sent) {
    identify(sent.topic());
    CommandEvent event = CommandEvent.of(sent.record(), bytesMax, json);
    try {
      answered(sent, event, () -> done(sent.topic().force(), event));
    } catch (RuntimeException failure) {
      HttpProblem refused = Refusals.told(failure).orElseThrow(() -> failure);
      answered(sent, event, () -> answers.problem(refused));
    }
  }

  @Override
  @ActivateRequestContext
  public void giveUp(Sent sent) {
    refuse(
        sent,
        Problems.of(
            500,
            "not-done",
            "Not done",
            "Baton failed at this command, and its operator is told; send it again later under the"
                + " same id"));
  }

  @Override
  @ActivateRequestContext
  public void leave(Sent sent) {
    refuse(
        sent,
        Problems.of(
            409,
            "not-known-whether-done",
            "Not known whether it was done",
            "Baton lost up to where it had taken your commands; look at the referral, and send"
                + " again what was not done"));
  }

  private void refuse(Sent sent, HttpProblem refused) {
    identify(sent.topic());
    CommandEvent event = CommandEvent.of(sent.record(), bytesMax, json);
    answered(sent, event, () -> answers.problem(refused));
  }

  /**
   * @param work gives the answer, or null where there is to be none
   */
  private void answered(Sent sent, CommandEvent event, Supplier<ObjectNode> work) {
    attempts.inTransaction(
        () -> {
          CommandPlaces.on(transactions.connection())
              .move(sent.topic(), sent.record().partition(), sent.from(), sent.next());
          ObjectNode answer = work.get();
          if (answer != null) answers.tell(sent, event, answer);
          return null;
        });
  }

  private ObjectNode done(OrganisationCode force, CommandEvent event) {
    ObjectNode read = event.read();
    CommandForm form = CommandForm.of(read, commands::knows, commands.all());
    // An answer to it would be an entry to be receipted, and so on without end.
    if (isOfAnswersOnly(force, form)) return null;
    Response answer =
        idempotency.once(
            event.id(),
            Idempotency.hash(bytes(form.content())),
            () -> Response.ok(executed(form)).build());
    return answer.getEntity() instanceof ObjectNode first
        ? first
        : tree((String) answer.getEntity());
  }

  private boolean isOfAnswersOnly(OrganisationCode force, CommandForm form) {
    if (!form.word().equals(CommandForm.RECEIVE)) return false;
    Long upTo = body(form, FeedCommandsResource.ReceiptBody.class).upTo();
    if (upTo == null) return false;
    long last = FeedCursors.on(transactions.connection()).position(FeedCursors.RECEIPT, force);
    return FeedTable.on(transactions.connection()).isAnswersOnly(force, last, upTo);
  }

  private ObjectNode executed(CommandForm form) {
    try {
      return switch (form.word()) {
        case CommandForm.RECEIVE ->
            json.valueToTree(
                feed.receive(null, body(form, FeedCommandsResource.ReceiptBody.class)));
        case CommandForm.CATCH_UP ->
            json.valueToTree(
                feed.catchUp(null, body(form, FeedCommandsResource.CatchUpBody.class)));
        default -> commands.execute(form.content(), null, null);
      };
    } catch (HttpProblem refused) {
      throw CommandAnswers.ofData(refused);
    }
  }

  private <T> T body(CommandForm form, Class<T> type) {
    try {
      return json.convertValue(form.content(), type);
    } catch (IllegalArgumentException wrongForm) {
      throw Problems.of(
          422,
          "wrong-form",
          "The request cannot be taken as it is",
          "a field of data has the wrong form for its command");
    }
  }

  /** Who may write to the topic is the force's system, and nobody else. */
  private void identify(Topic topic) {
    identity.setIdentity(
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(topic.name()))
            .addRole(Roles.FORCE_SYSTEM)
            .build());
    caller.isSystemOf(topic.force(), topic.name());
  }

  private byte[] bytes(ObjectNode content) {
    try {
      return json.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a command that came as JSON is none", e);
    }
  }

  private ObjectNode tree(String answer) {
    try {
      return (ObjectNode) json.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that was kept is no JSON", e);
    }
  }
}
