package baton.intake.platform;

import baton.contract.EventTypes;
import baton.intake.progress.ProgressResource;
import baton.intake.receipt.OwnReception;
import baton.intake.receipt.Receipt;
import baton.journal.store.Transactions;
import baton.platform.commands.CommandForm;
import baton.platform.commands.CommandLine;
import baton.platform.commands.ForceCommands;
import baton.platform.commands.Naming;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * What this service takes from the forces' commands topics: what they tell senders, and what they
 * bring in one by one. A file of open cases comes over REST.
 */
@ApplicationScoped
public class IntakeCommands implements ForceCommands {
  private static final String REPORT_PROGRESS = "report-progress";
  private static final String BRING_OWN = "bring-own";

  private final ProgressResource progress;
  private final OwnReception own;
  private final Transactions transactions;
  private final ObjectMapper json;

  public IntakeCommands(
      ProgressResource progress, OwnReception own, Transactions transactions, ObjectMapper json) {
    this.progress = progress;
    this.own = own;
    this.transactions = transactions;
    this.json = json;
  }

  @Override
  public Map<String, Naming> words() {
    return Map.of(REPORT_PROGRESS, Naming.REFERRAL, BRING_OWN, Naming.PERSON);
  }

  @Override
  public ObjectNode execute(CommandForm form) {
    return switch (form.word()) {
      case REPORT_PROGRESS -> reported(CommandLine.of(form, json));
      case BRING_OWN -> brought(form);
      default -> throw new IllegalStateException(form.word() + " is no command of this service");
    };
  }

  private ObjectNode reported(CommandLine command) {
    return command.answer(
        progress.tell(command.referral(), command.body(ProgressResource.Answer.class)));
  }

  /** The receipt's remarks and what it kept are not told: they name the sender's fields. */
  private ObjectNode brought(CommandForm form) {
    int before = transactions.appended().size();
    Receipt receipt = own.receive(form.data());
    var all = transactions.appended();
    var recorded = all.subList(before, all.size());
    ObjectNode answer = json.createObjectNode().put("referralId", receipt.referralId().toString());
    for (var event : recorded)
      answer.withArray("recorded").add(EventTypes.nameOf(event.event().getClass()));
    return answer.put("recordedTime", recorded.getLast().recordedTime().toString());
  }
}
