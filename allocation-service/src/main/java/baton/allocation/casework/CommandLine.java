package baton.allocation.casework;

import baton.contract.ReferralId;
import baton.platform.Executed;
import baton.platform.forms.Form;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * One of many commands that a force's system sends together, as one object: {@code command}, whose
 * it is, and the body that the command's own path takes.
 *
 * @param key under which a repeat of it is known, or null
 * @param uri of the request, or null where it came by another way
 */
record CommandLine(
    ObjectNode content, String key, ReferralId referral, UriInfo uri, ObjectMapper json) {

  /** The number of an offer, which its own path has in the address. */
  int number() {
    var form = new Form();
    if (!content.path("number").canConvertToInt() || !content.path("number").isIntegralNumber())
      form.wrong("/number", "missing", "number is required: which of the case's offers");
    form.check();
    return content.path("number").intValue();
  }

  <T> T body(Class<T> type) {
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
  ObjectNode answer(Response response) {
    return response.getEntity() instanceof String kept ? tree(kept) : answer(response.getEntity());
  }

  ObjectNode answer(Executed executed) {
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
