package baton.platform.commands;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.store.AppendListener;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.util.List;

/**
 * Writes down that the log gave the store back what it had lost, in the same transaction: up to
 * where commands were taken was lost with it, and so which of them were done.
 */
@ApplicationScoped
public class CommandRecovery implements AppendListener {
  private final Instance<ForceCommands> commands;

  public CommandRecovery(Instance<ForceCommands> commands) {
    this.commands = commands;
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {}

  @Override
  public void returned(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    if (commands.isUnsatisfied()) return;
    Sql.on(transaction, "the places of commands")
        .update("insert into command_recovery default values");
  }
}
