package baton.allocation.roster;

import baton.allocation.roster.model.RosterCommand;
import baton.contract.OrganisationCode;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Problems;
import baton.platform.Role;
import baton.platform.roster.RosterLock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Changes rosters: only those whom the caller administers, and each while nobody accepts. */
@ApplicationScoped
public class RosterDesk {
  private final Commands commands;
  private final Caller caller;
  private final Attempts attempts;
  private final Transactions transactions;

  public RosterDesk(
      Commands commands, Caller caller, Attempts attempts, Transactions transactions) {
    this.commands = commands;
    this.caller = caller;
    this.attempts = attempts;
    this.transactions = transactions;
  }

  /**
   * Once for each {@code Idempotency-Key}.
   *
   * @param body of the request, or null
   */
  Executed send(OrganisationCode organisation, Object body, RosterCommand command) {
    return send(organisation, body, () -> command);
  }

  /**
   * @param command made from the roster as it stands still
   */
  Executed send(OrganisationCode organisation, Object body, Supplier<RosterCommand> command) {
    requireOwn(organisation);
    return attempts.inTransaction(
        () -> {
          RosterLock.alone(organisation, transactions.connection());
          return commands.sendOnce(body, command.get());
        });
  }

  /** For the roster file, at start. */
  Executed sendAsSystem(RosterCommand command) {
    return attempts.inTransaction(
        () -> {
          RosterLock.alone(command.organisation(), transactions.connection());
          return commands.sendAsSystem(command);
        });
  }

  /** What another organisation's roster says is not there. */
  void requireOwn(OrganisationCode organisation) {
    if (!administers(organisation))
      throw Problems.notFound(
          "there is no roster of " + organisation + " that your organisation may see or change");
  }

  void requireSight(OrganisationCode organisation) {
    if (!caller.readsEverything()) requireOwn(organisation);
  }

  private boolean administers(OrganisationCode organisation) {
    return caller.belongsTo(organisation)
        || (caller.is(Role.ADMINISTRATOR)
            && (caller.belongsTo(OrganisationCode.NCA)
                || caller.belongsTo(OrganisationCode.BATON)));
  }
}
