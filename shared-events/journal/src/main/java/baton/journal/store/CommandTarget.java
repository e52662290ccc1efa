package baton.journal.store;

import baton.decision.Command;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Which aggregate a command goes to: the one that it names itself, so that models need no
 * annotations. Tests register it with Axon's fixture.
 */
public final class CommandTarget {
  private CommandTarget() {}

  /**
   * @throws IllegalArgumentException if it is no {@link Command}
   */
  public static VersionedAggregateIdentifier of(CommandMessage<?> message) {
    if (message.getPayload() instanceof Command command)
      return new VersionedAggregateIdentifier(command.stream(), null);
    throw new IllegalArgumentException(
        message.getPayloadType().getName() + " does not say which stream it is for");
  }
}
