package baton.local.commands;

import baton.proof.Fault;
import baton.proof.Verdict;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** What a verification came to, for people and for machines. */
final class VerdictWords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private VerdictWords() {}

  static void print(Verdict verdict, PrintWriter out) {
    switch (verdict) {
      case Verdict.Holds holds -> print(holds, out);
      case Verdict.Fails fails -> print(fails.fault(), out);
    }
  }

  private static void print(Verdict.Holds holds, PrintWriter out) {
    out.printf("Verified: %,d events, %s.%n", holds.events(), holds.slice());
    if (!holds.cosigners().isEmpty())
      out.println("Witnesses who stand by it: " + String.join(", ", holds.cosigners()) + ".");
    if (holds.unproven().isEmpty()) return;
    out.println("This does not prove:");
    holds.unproven().forEach(each -> out.println("  - " + each));
  }

  private static void print(Fault fault, PrintWriter out) {
    out.println("NOT verified (" + fault.kind() + "): " + fault.sentence());
    if (fault.topicId() != null)
      out.printf(
          "  topic %s, partition %d%s%n",
          fault.topicId(),
          fault.partition(),
          fault.index() == null ? "" : ", leaf " + fault.index());
    if (fault.event() != null) out.println("  event " + fault.event());
  }

  static ObjectNode json(Verdict verdict) {
    var json = JSON.createObjectNode();
    switch (verdict) {
      case Verdict.Holds holds -> {
        json.put("verified", true);
        json.put("events", holds.events());
        json.put("slice", holds.slice().toString());
        json.set("cosigners", JSON.valueToTree(holds.cosigners()));
        json.set("unproven", JSON.valueToTree(holds.unproven()));
      }
      case Verdict.Fails fails -> {
        json.put("verified", false);
        json.set("fault", JSON.valueToTree(fails.fault()));
      }
    }
    return json;
  }
}
