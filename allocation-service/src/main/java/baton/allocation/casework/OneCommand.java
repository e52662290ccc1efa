package baton.allocation.casework;

import baton.allocation.agreement.Agreements;
import baton.allocation.caseload.CaseTable;
import baton.contract.ReferralId;
import baton.platform.Caller;
import baton.platform.Problems;
import baton.platform.commands.CommandLine;
import baton.platform.forms.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** Does one command of a force's system that came as an object, by the rules of its own path. */
@ApplicationScoped
public class OneCommand {
  private final CommandWords words;
  private final CaseTable table;
  private final Agreements agreements;
  private final Caller caller;
  private final ObjectMapper json;

  public OneCommand(
      CommandWords words,
      CaseTable table,
      Agreements agreements,
      Caller caller,
      ObjectMapper json) {
    this.words = words;
    this.table = table;
    this.agreements = agreements;
    this.caller = caller;
    this.json = json;
  }

  /** The names of all. */
  public Set<String> all() {
    return words.all();
  }

  /**
   * @param content {@code command}, {@code onBehalfOf}, the case and the fields of the command
   * @param key under which a repeat of it is known, or null
   * @param uri of the request, or null where it came by another way
   * @return what its own path answers
   * @throws RuntimeException what {@link baton.platform.Refusals} tells, among others
   */
  public ObjectNode execute(ObjectNode content, String key, UriInfo uri) {
    var form = new Form();
    String word = form.required("/command", text(content, "command"));
    form.check();
    var command =
        words
            .find(word)
            .orElseThrow(
                () -> {
                  form.wrong(
                      "/command",
                      "unknown-command",
                      "a command is one of " + String.join(", ", words.all()));
                  form.check();
                  return new IllegalStateException("something wrong was accepted");
                });
    caller.sends(text(content, "onBehalfOf"), key);
    return command.apply(new CommandLine(content, key, referral(content), uri, json));
  }

  /** By its id, or as the force's own system knows it. */
  private ReferralId referral(ObjectNode content) {
    var form = new Form();
    String system = text(content, "system");
    String reference = text(content, "localReference");
    boolean local = content.path("referralId").isMissingNode() && reference != null;
    if (!local) {
      ReferralId id = form.requiredId("/referralId", text(content, "referralId"), ReferralId::of);
      form.check();
      return id;
    }
    form.required("/system", system);
    form.check();
    return table
        .knownAs(agreements.party().actsFor(), system, reference)
        .orElseThrow(
            () ->
                Problems.notFound(
                    "in this system no referral is known under that local reference; record it with"
                        + " record-local-reference"));
  }

  private static String text(JsonNode content, String field) {
    JsonNode value = content.path(field);
    return value.isTextual() ? value.textValue() : null;
  }
}
