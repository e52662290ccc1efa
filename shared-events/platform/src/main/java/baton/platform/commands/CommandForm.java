package baton.platform.commands;

import baton.contract.ReferralId;
import baton.contract.feed.CommandNames;
import baton.platform.forms.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A CloudEvent that is a command: {@code type} is {@code baton.command.<name>.v1}, {@code subject}
 * the referral, {@code onbehalfof} the person, {@code data} the body of the command's own path.
 * What its data says of these is not heard.
 *
 * @param word such as {@code allocate}
 * @param referral null where none is named by its id
 * @param onBehalfOf null where the command names nobody
 * @param data as it was sent
 */
public record CommandForm(String word, ReferralId referral, String onBehalfOf, ObjectNode data) {

  /**
   * @param words what each command of the service has to name
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 that names all that is wrong
   */
  public static CommandForm of(ObjectNode event, Map<String, Naming> words) {
    var form = new Form();
    if (!"1.0".equals(event.path("specversion").asText()))
      form.wrong("/specversion", "wrong-form", "specversion is 1.0: the record is a CloudEvent");
    String id = form.required("/id", text(event, "id"));
    if (id != null && !CommandEvent.isName(id))
      form.wrong("/id", "wrong-form", "id has at most 200 characters, none a control character");
    form.required("/source", text(event, "source"));
    String type = form.required("/type", text(event, "type"));
    String word = CommandNames.named(type).filter(words::containsKey).orElse(null);
    if (type != null && word == null)
      form.wrong(
          "/type",
          "unknown-command",
          "type is baton.command.<name>.v1 with a name of " + String.join(", ", CommandNames.ALL));
    ObjectNode data = data(event, form);
    Naming naming = word == null ? Naming.CASE : words.get(word);
    String person =
        naming.person() ? form.required("/onbehalfof", text(event, "onbehalfof")) : null;
    ReferralId referral =
        namesReferral(naming, event, data)
            ? form.requiredId("/subject", text(event, "subject"), ReferralId::of)
            : null;
    form.check();
    return new CommandForm(word, referral, person, data);
  }

  /** The body, and what the event names, as one object: the command as a line of many has it. */
  public ObjectNode content() {
    ObjectNode content = data.deepCopy();
    content.remove("referralId");
    content.remove("onBehalfOf");
    if (onBehalfOf != null) content.put("onBehalfOf", onBehalfOf);
    if (referral != null) content.put("referralId", referral.toString());
    return content.put("command", word);
  }

  private static ObjectNode data(ObjectNode event, Form form) {
    JsonNode data = event.path("data");
    if (!data.isMissingNode() && !data.isObject())
      form.wrong("/data", "wrong-form", "data is the command's body: a JSON object");
    if (event.has("data_base64"))
      form.wrong("/data_base64", "wrong-form", "data is given as JSON, in data");
    return data instanceof ObjectNode object ? object : event.objectNode();
  }

  private static boolean namesReferral(Naming naming, ObjectNode event, ObjectNode data) {
    return switch (naming) {
      case CASE -> event.has("subject") || !data.path("localReference").isTextual();
      case REFERRAL -> true;
      case PERSON, NOTHING -> false;
    };
  }

  private static String text(JsonNode event, String attribute) {
    JsonNode value = event.path(attribute);
    return value.isTextual() ? value.textValue() : null;
  }
}
