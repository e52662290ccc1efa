package baton.platform.commands;

import baton.contract.feed.ForceCommandAnswered;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Answers on the register, for a service that has no feed of its own: the one that has tells it
 * there. Each record's answer is a stream, so that it stands on the log once.
 */
@DefaultBean
@ApplicationScoped
public class RegisterAnswers implements CommandAnswers {
  /** Axon's name for the kind of stream, chosen by hand. */
  private static final String KIND = "force-command";

  private final Commands commands;
  private final Transactions transactions;

  public RegisterAnswers(Commands commands, Transactions transactions) {
    this.commands = commands;
    this.transactions = transactions;
  }

  /** Whoever reads the log takes the register's clock before any referral's. */
  @Override
  public void begin() {
    transactions.holdRegister();
  }

  @Override
  public void tell(CommandAnswer answer) {
    commands.recordOnceAsSystem(KIND, "command-" + answer.sent().id(), event(answer));
  }

  private static ForceCommandAnswered event(CommandAnswer answer) {
    ConsumerRecord<?, byte[]> record = answer.sent().record();
    return new ForceCommandAnswered(
        answer.sent().topic().force(),
        answer.sent().topic().id().toString(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        answer.command(),
        answer.commandType(),
        answer.referral(),
        answer.recorded(),
        answer.recordedTime(),
        answer.number(),
        answer.problem());
  }
}
