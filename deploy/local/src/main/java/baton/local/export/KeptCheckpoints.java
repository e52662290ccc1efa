package baton.local.export;

import baton.local.Trouble;
import baton.proof.Checkpoint;
import baton.proof.SignedNote;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Checkpoints that were kept from earlier. A slice is bound to them only where its proof file shows
 * that the log went on from them, which Baton proves for those that it is asked for.
 *
 * @param since places as {@code since=} takes them: topic id, partition and size
 */
public record KeptCheckpoints(Set<String> since) {
  public static final KeptCheckpoints NONE = new KeptCheckpoints(Set.of());

  /** What fits into the first line of a request, some three rounds of a log of 12 partitions. */
  private static final int MAX = 50;

  private static final String TREE = "baton/[A-Za-z0-9_-]{1,64}/[0-9]{1,9}";

  public KeptCheckpoints {
    since = Set.copyOf(since);
  }

  /**
   * The notes of a file, as {@code GET /audit/checkpoints} gives them as text.
   *
   * @throws Trouble if it has none, or cannot be read
   */
  public static List<SignedNote> notes(Path file) {
    try {
      List<SignedNote> notes = Checkpoint.notes(Files.readString(file));
      if (!notes.isEmpty()) return notes;
    } catch (IOException e) {
      throw Trouble.unasked(file + " cannot be read; name a text file that exists", e);
    } catch (IllegalArgumentException e) {
      throw Trouble.unasked(file + " is no file of checkpoints: " + e.getMessage(), e);
    }
    throw Trouble.unasked(
        file + " has no checkpoint; get some with GET /audit/checkpoints and Accept: text/plain");
  }

  /** Nothing of them is verified here: a forged one is found by whoever verifies. */
  public static KeptCheckpoints of(List<Path> files) {
    var since = new LinkedHashSet<String>();
    for (Path file : files)
      for (SignedNote note : notes(file)) {
        Checkpoint checkpoint = Checkpoint.of(note);
        if (!checkpoint.origin().matches(TREE))
          throw Trouble.unasked(
              file
                  + " has a checkpoint of "
                  + checkpoint.origin()
                  + ", which is no tree of Baton's");
        since.add(place(checkpoint));
      }
    if (since.size() > MAX)
      throw Trouble.unasked(
          "%d checkpoints are more than the %d that an export can be connected with; keep the newest of each tree"
              .formatted(since.size(), MAX));
    return new KeptCheckpoints(since);
  }

  private static String place(Checkpoint checkpoint) {
    return checkpoint.origin().substring(checkpoint.origin().indexOf('/') + 1)
        + "/"
        + checkpoint.size();
  }

  /**
   * Whether a proof file that was begun shows of all of them what it can: of trees that it has, up
   * to their sizes.
   *
   * @param manifest its first line
   */
  boolean connectedIn(JsonNode manifest) {
    for (JsonNode tree : manifest.path("trees")) {
      Checkpoint own = Checkpoint.of(SignedNote.parse(tree.path("checkpoint").asText()));
      for (String each : since) {
        String[] parts = each.split("/");
        boolean wanted =
            place(own).startsWith(parts[0] + "/" + parts[1] + "/")
                && Long.parseLong(parts[2]) < own.size();
        if (wanted && !has(manifest.path("consistency"), parts)) return false;
      }
    }
    return true;
  }

  private static boolean has(JsonNode consistency, String[] parts) {
    for (JsonNode each : consistency)
      if (each.path("topicId").asText().equals(parts[0])
          && each.path("partition").asText().equals(parts[1])
          && each.path("from").asText().equals(parts[2])) return true;
    return false;
  }
}
