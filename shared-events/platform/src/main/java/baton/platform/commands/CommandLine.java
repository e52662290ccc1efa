package baton.platform.commands;

import baton.contract.ReferralId;
import baton.platform.Executed;
import baton.platform.forms.Form;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * One of the commands that a force's system sends by another way than its own path, as one object:
 * {@code command}, whose it is, and the body that the command's own path takes.
 *
 * @param key under which a repeat of it is known, or null
 * @param uri of the request, or null where it came by another way
 */
public record CommandLine(
    ObjectNode content, String key, ReferralId referral, UriInfo uri, ObjectMapper json) {

  /** One that a CloudEvent named all of. */
  public static CommandLine of(CommandForm form, ObjectMapper json) {
    return new CommandLine(form.content(), null, form.referral(), null, json);
  }

  /** The number of an offer, which its own path has in the address. */
  public int number() {
    var form = new Form();
    if (!content.path("number").canConvertToInt() || !content.path("number").isIntegralNumber())
      form.wrong("/number", "missing", "number is required: which of the case's offers");
    form.check();
    return content.path("number").intValue();
  }

  public <T> T body(Class<T> type) {
    try {
      return json.treeToValue(content, type);
    } catch (JsonProcessingException e) {
      var form = new Form();
      form.wrong("", "wrong-form", "a field of the line has the wrong form for its command");
      form.check();
      throw new IllegalStateException("a form with something wrong in it was accepted", e);
    }
  }

  /** What a path answers that creates something, as the other paths do. */
  public ObjectNode answer(Response response) {
    return response.getEntity() instanceof String kept ? tree(kept) : answer(response.getEntity());
  }

  public ObjectNode answer(Executed executed) {
    return answer((Object) executed);
  }

  private ObjectNode answer(Object executed) {
    return json.valueToTree(executed);
  }

  private ObjectNode tree(String kept) {
    try {
      return (ObjectNode) json.readTree(kept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that was kept is no JSON", e);
    }
  }
}
