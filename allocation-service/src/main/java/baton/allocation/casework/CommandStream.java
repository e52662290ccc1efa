package baton.allocation.casework;

import baton.platform.BatonConfig;
import baton.platform.Caller;
import baton.platform.Problems;
import baton.platform.Refusals;
import baton.platform.limits.Lines;
import baton.platform.limits.Lines.Line;
import baton.platform.quota.Pace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does commands as they come, a line at a time and each in a transaction of its own, and answers
 * each with a line: what one of them is refused does not touch the others. No transaction is open
 * while the sender is waited for.
 */
@ApplicationScoped
public class CommandStream {
  private static final Logger LOG = LoggerFactory.getLogger(CommandStream.class);

  private final OneCommand command;
  private final UriInfo uri;
  private final Caller caller;
  private final Pace pace;
  private final ObjectMapper json;
  private final int lineMax;

  public CommandStream(
      OneCommand command,
      UriInfo uri,
      Caller caller,
      Pace pace,
      ObjectMapper json,
      BatonConfig config) {
    this.command = command;
    this.uri = uri;
    this.caller = caller;
    this.pace = pace;
    this.json = json;
    this.lineMax = config.http().bodyMax();
  }

  /**
   * @param key of the request, or null; with a line's number it is that line's: sent again, what
   *     was done is answered as it was then
   */
  void answer(InputStream commands, String key, OutputStream answers) throws IOException {
    var lines = new Lines(commands, lineMax);
    int last = 0;
    try {
      for (var chunk = lines.nextChunk(); !chunk.isEmpty(); chunk = lines.nextChunk()) {
        pace.keep(caller.organisation(), chunk.size());
        for (Line line : chunk) {
          last = line.number();
          tell(answer(line, key), last, answers);
        }
        answers.flush();
      }
    } catch (IOException brokenOff) {
      throw brokenOff;
    } catch (RuntimeException failed) {
      // What is down for one line is down for the next: the sender goes on when it is up again.
      LOG.error("Commands are not done beyond line {}", last, failed);
      tell(problem(notDone(failed)), last, answers);
    }
  }

  private ObjectNode answer(Line line, String key) {
    try {
      if (line.content() == null)
        return problem(
            Problems.of(413, "too-large", "Too large", "a line is at most " + lineMax + " bytes"));
      return command.execute(read(line), key == null ? null : key + ":" + line.number(), uri);
    } catch (RuntimeException failure) {
      return problem(Refusals.told(failure).orElseThrow(() -> failure));
    }
  }

  private ObjectNode read(Line line) {
    try {
      if (json.readTree(line.content()) instanceof ObjectNode object) return object;
    } catch (IOException unreadable) {
      // the problem below says what is wanted
    }
    throw Problems.of(
        400, "malformed-json", "Not readable", "the line is not one readable JSON object");
  }

  private void tell(ObjectNode answer, int line, OutputStream answers) throws IOException {
    ObjectNode told = json.createObjectNode().put("line", line).setAll(answer);
    answers.write(bytes(told));
    answers.write('\n');
  }

  private byte[] bytes(ObjectNode told) throws JsonProcessingException {
    return json.writeValueAsBytes(told);
  }

  private ObjectNode problem(HttpProblem problem) {
    ObjectNode told =
        json.createObjectNode()
            .put("type", String.valueOf(problem.getType()))
            .put("title", problem.getTitle())
            .put("status", problem.getStatusCode())
            .put("detail", problem.getDetail());
    Object violations = problem.getParameters().get("violations");
    if (violations != null) told.set("violations", json.valueToTree(violations));
    return json.createObjectNode().set("problem", told);
  }

  private static HttpProblem notDone(RuntimeException failed) {
    return failed instanceof HttpProblem problem
        ? problem
        : Problems.of(
            503,
            "not-done",
            "Not done",
            "this line and those after it are not done; send all of them again under the same"
                + " Idempotency-Key");
  }
}
