package baton.risk.assessment;

import baton.platform.commands.CommandForm;
import baton.platform.commands.CommandLine;
import baton.platform.commands.ForceCommands;
import baton.platform.commands.Naming;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What this service takes from the forces' commands topics: their grades. */
@ApplicationScoped
public class RiskCommands implements ForceCommands {
  private static final String GRADE = "grade";

  private final AssessmentResource assessments;
  private final ObjectMapper json;

  public RiskCommands(AssessmentResource assessments, ObjectMapper json) {
    this.assessments = assessments;
    this.json = json;
  }

  @Override
  public Map<String, Naming> words() {
    return Map.of(GRADE, Naming.REFERRAL);
  }

  @Override
  public ObjectNode execute(CommandForm form) {
    var command = CommandLine.of(form, json);
    return switch (form.word()) {
      case GRADE ->
          command.answer(assessments.grade(command.referral(), command.body(Requests.Grade.class)));
      default -> throw new IllegalStateException(form.word() + " is no command of this service");
    };
  }
}
