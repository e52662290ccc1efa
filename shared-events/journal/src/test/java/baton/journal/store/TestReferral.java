package baton.journal.store;

import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.decision.Command;
import baton.journal.Samples;
import baton.journal.clock.BusinessClock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** A small aggregate that tells a referral's story. Handlers answer how many events it had. */
@AggregateRoot(type = "TestReferral")
class TestReferral {
  record Receive(ReferralId referral) implements Command {
    @Override
    public String stream() {
      return referral.toString();
    }
  }

  /** May name another stream than the referral's own. */
  record Arrest(String stream, ReferralId referral, Instant happenedAt) implements Command {}

  record ArrestTwice(ReferralId referral) implements Command {
    @Override
    public String stream() {
      return referral.toString();
    }
  }

  record Refuse(ReferralId referral) implements Command {
    @Override
    public String stream() {
      return referral.toString();
    }
  }

  @AggregateIdentifier private String stream;
  private int events;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  int handle(Receive command) {
    int before = events;
    if (before == 0) AggregateLifecycle.apply(Samples.received(command.referral()));
    return before;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(Arrest command, BusinessClock clock) {
    stream = command.stream();
    Instant happened = command.happenedAt() == null ? clock.instant() : command.happenedAt();
    AggregateLifecycle.apply(Samples.arrest(command.referral(), happened));
  }

  @CommandHandler
  int handle(ArrestTwice command) {
    int before = events;
    AggregateLifecycle.apply(Samples.arrest(command.referral(), Instant.EPOCH));
    AggregateLifecycle.apply(Samples.arrest(command.referral(), Instant.EPOCH));
    return before;
  }

  @CommandHandler
  void handle(Refuse command) {
    AggregateLifecycle.apply(Samples.arrest(command.referral(), Instant.EPOCH));
    throw new IllegalStateException("refused " + command.stream());
  }

  @EventSourcingHandler
  void on(ReferralEvent event) {
    if (stream == null) stream = event.referral().toString();
    events++;
  }
}
