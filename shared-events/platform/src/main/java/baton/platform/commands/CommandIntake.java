package baton.platform.commands;

import baton.contract.feed.CommandNames;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.BatonConfig;
import baton.platform.Caller;
import baton.platform.Idempotency;
import baton.platform.Problems;
import baton.platform.Refusals;
import baton.platform.Roles;
import baton.platform.topics.ForceTopics.Topic;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes what a force's system sent on the force's commands topic. What a command leads to, its
 * answer and the place in the topic are one transaction: it is done once, however often it is read.
 * Whose it is the topic says, for the broker lets nobody else write there; by what rules it is
 * done, the command's own path. What another service takes is passed over: that service has a place
 * of its own.
 */
@ApplicationScoped
public class CommandIntake implements CommandDesk {
  private final Instance<ForceCommands> commands;
  private final CommandAnswers answers;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final Attempts attempts;
  private final CurrentIdentityAssociation identity;
  private final Caller caller;
  private final ObjectMapper json;
  private final BatonConfig config;

  public CommandIntake(
      Instance<ForceCommands> commands,
      CommandAnswers answers,
      Idempotency idempotency,
      Transactions transactions,
      Attempts attempts,
      CurrentIdentityAssociation identity,
      Caller caller,
      ObjectMapper json,
      BatonConfig config) {
    this.commands = commands;
    this.answers = answers;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.attempts = attempts;
    this.identity = identity;
    this.caller = caller;
    this.json = json;
    this.config = config;
  }

  @Override
  @ActivateRequestContext
  public void take(Sent sent) {
    CommandEvent event = read(sent);
    try {
      answer(sent, event, () -> done(sent, event));
    } catch (RuntimeException failure) {
      HttpProblem refused = Refusals.told(failure).orElseThrow(() -> failure);
      refuse(sent, event, refused);
    }
  }

  @Override
  @ActivateRequestContext
  public void giveUp(Sent sent) {
    refuse(
        sent,
        read(sent),
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
        read(sent),
        Problems.of(
            409,
            "not-known-whether-done",
            "Not known whether it was done",
            "Baton lost up to where it had taken your commands; look at the referral, and send"
                + " again what was not done"));
  }

  /** From here on it is the force's system that acts. */
  private CommandEvent read(Sent sent) {
    identify(sent.topic());
    return CommandEvent.of(sent.record(), config.http().bodyMax(), json);
  }

  private void refuse(Sent sent, CommandEvent event, HttpProblem refused) {
    answer(
        sent,
        event,
        () -> Optional.of(CommandAnswer.refused(sent, event, ToldProblem.of(refused))));
  }

  /**
   * @param work gives the answer, or none where there is to be none
   */
  private void answer(Sent sent, CommandEvent event, Supplier<Optional<CommandAnswer>> work) {
    boolean own = CommandNames.takenBy(event.type()).equals(config.service());
    attempts.inTransaction(
        () -> {
          CommandPlaces.on(transactions.connection())
              .move(sent.topic(), sent.record().partition(), sent.from(), sent.next());
          if (!own) return null;
          answers.begin();
          work.get().ifPresent(answers::tell);
          return null;
        });
  }

  private Optional<CommandAnswer> done(Sent sent, CommandEvent event) {
    ForceCommands own = commands.get();
    CommandForm form = CommandForm.of(event.read(), own.words());
    if (own.passesOver(sent.topic().force(), form)) return Optional.empty();
    Response answer =
        idempotency.once(
            event.id(),
            Idempotency.hash(bytes(form.content())),
            () -> Response.ok(executed(own, form)).build());
    ObjectNode told =
        answer.getEntity() instanceof ObjectNode first ? first : tree((String) answer.getEntity());
    return Optional.of(CommandAnswer.done(sent, event, told));
  }

  private ObjectNode executed(ForceCommands own, CommandForm form) {
    if (form.onBehalfOf() != null) caller.sends(form.onBehalfOf(), null);
    try {
      return own.execute(form);
    } catch (HttpProblem refused) {
      throw ToldProblem.ofData(refused);
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
