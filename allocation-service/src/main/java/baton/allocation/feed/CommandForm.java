package baton.allocation.feed;

import baton.contract.ReferralId;
import baton.platform.forms.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * A CloudEvent that is a command: {@code type} is {@code baton.command.<name>.v1}, {@code subject}
 * the referral, {@code onbehalfof} the person, {@code data} the body of the command's own path.
 * What its data says of these is not heard.
 *
 * @param word such as {@code allocate}
 * @param content as {@link baton.allocation.casework.OneCommand} takes it
 */
record CommandForm(String word, ObjectNode content) {
  /** A force's system says up to where it has the feed: nobody is named, and no referral. */
  static final String RECEIVE = "receive-disseminations";

  /** It asks for what is still open; likewise. */
  static final String CATCH_UP = "catch-up";

  private static final List<String> OF_THE_FEED = List.of(RECEIVE, CATCH_UP);

  private static final String BEFORE = "baton.command.";
  private static final String BEHIND = ".v1";

  /**
   * @param known whether there is such a command
   * @param all for a sentence
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 that names all that is wrong
   */
  static CommandForm of(ObjectNode event, Predicate<String> known, String all) {
    var form = new Form();
    if (!"1.0".equals(event.path("specversion").asText()))
      form.wrong("/specversion", "wrong-form", "specversion is 1.0: the record is a CloudEvent");
    String id = form.required("/id", text(event, "id"));
    if (id != null && !CommandEvent.isName(id))
      form.wrong("/id", "wrong-form", "id has at most 200 characters, none a control character");
    form.required("/source", text(event, "source"));
    String word = word(form.required("/type", text(event, "type")));
    boolean ofTheFeed = word != null && OF_THE_FEED.contains(word);
    if (word != null && !ofTheFeed && !known.test(word))
      form.wrong(
          "/type",
          "unknown-command",
          "type is baton.command.<name>.v1 with a name of "
              + all
              + ", "
              + String.join(", ", OF_THE_FEED));
    ObjectNode content = content(event, form);
    if (!ofTheFeed) address(event, content, form);
    form.check();
    return new CommandForm(word, content.put("command", word));
  }

  private static ObjectNode content(ObjectNode event, Form form) {
    JsonNode data = event.path("data");
    if (!data.isMissingNode() && !data.isObject())
      form.wrong("/data", "wrong-form", "data is the command's body: a JSON object");
    if (event.has("data_base64"))
      form.wrong("/data_base64", "wrong-form", "data is given as JSON, in data");
    ObjectNode content = data instanceof ObjectNode object ? object.deepCopy() : event.objectNode();
    content.remove("referralId");
    content.remove("onBehalfOf");
    return content;
  }

  private static void address(ObjectNode event, ObjectNode content, Form form) {
    content.put("onBehalfOf", form.required("/onbehalfof", text(event, "onbehalfof")));
    boolean local = !event.has("subject") && content.path("localReference").isTextual();
    if (local) return;
    ReferralId referral = form.requiredId("/subject", text(event, "subject"), ReferralId::of);
    if (referral != null) content.put("referralId", referral.toString());
  }

  /** Empty for a type that is no command of this version. */
  private static String word(String type) {
    if (type == null) return null;
    boolean named =
        type.length() > BEFORE.length() + BEHIND.length()
            && type.startsWith(BEFORE)
            && type.endsWith(BEHIND);
    return named ? type.substring(BEFORE.length(), type.length() - BEHIND.length()) : "";
  }

  private static String text(JsonNode event, String attribute) {
    JsonNode value = event.path(attribute);
    return value.isTextual() ? value.textValue() : null;
  }
}
