package baton.allocation.feed;

import baton.allocation.casework.OneCommand;
import baton.allocation.casework.Refusals;
import baton.allocation.feed.ForceTopics.Topic;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes what a force's system sent on the force's commands topic. What a command leads to, its
 * answer on the feed and the place in the topic are one transaction: it is done once, however often
 * it is read. Whose it is the topic says, for the broker lets nobody else write there; by what
 * rules it is done, the command's own path.
 */
@ApplicationScoped
public class CommandIntake {
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

  /**
   * One record of a commands topic.
   *
   * @param from the place at which its partition is expected to stand
   */
  record Sent(Topic topic, ConsumerRecord<?, byte[]> record, long from) {
    long next() {
      return record.offset() + 1;
    }
  }

  /**
   * Does and answers it, or refuses and answers it.
   *
   * @throws CommandPlaces.TakenByAnother if another instance did
   * @throws RuntimeException where it can be neither done nor refused now
   */
  @ActivateRequestContext
  void take(Sent sent) {
    identify(sent.topic());
    CommandEvent event = CommandEvent.of(sent.record(), bytesMax, json);
    try {
      answered(sent, event, () -> done(event));
    } catch (RuntimeException failure) {
      HttpProblem refused = Refusals.told(failure).orElseThrow(() -> failure);
      answered(sent, event, () -> answers.problem(refused));
    }
  }

  /** Answers what cannot be done, so that those behind it are. */
  @ActivateRequestContext
  void giveUp(Sent sent) {
    identify(sent.topic());
    CommandEvent event = CommandEvent.of(sent.record(), bytesMax, json);
    HttpProblem failed =
        Problems.of(
            500,
            "not-done",
            "Not done",
            "Baton failed at this command, and its operator is told; send it again later under the"
                + " same id");
    answered(sent, event, () -> answers.problem(failed));
  }

  private void answered(Sent sent, CommandEvent event, Supplier<ObjectNode> work) {
    attempts.inTransaction(
        () -> {
          CommandPlaces.on(transactions.connection())
              .move(sent.topic(), sent.record().partition(), sent.from(), sent.next());
          answers.tell(sent, event, work.get());
          return null;
        });
  }

  private ObjectNode done(CommandEvent event) {
    ObjectNode read = event.read();
    CommandForm form = CommandForm.of(read, commands::knows, commands.all());
    Response answer =
        idempotency.once(
            event.id(),
            Idempotency.hash(bytes(form.content())),
            () -> Response.ok(executed(form)).build());
    return answer.getEntity() instanceof ObjectNode first
        ? first
        : tree((String) answer.getEntity());
  }

  private ObjectNode executed(CommandForm form) {
    try {
      if (!form.word().equals(CommandForm.RECEIVE))
        return commands.execute(form.content(), null, null);
      var body = json.convertValue(form.content(), FeedCommandsResource.ReceiptBody.class);
      return json.valueToTree(feed.receive(null, body));
    } catch (HttpProblem refused) {
      throw CommandAnswers.ofData(refused);
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
