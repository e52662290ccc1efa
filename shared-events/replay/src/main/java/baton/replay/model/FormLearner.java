package baton.replay.model;

import static baton.replay.model.Ascii.UUID_LENGTH;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the slots of one canonical document. What it does not understand (an escape, white space, a
 * letter beyond ASCII, an attribute that is no text) gives no form: such events are kept whole.
 */
final class FormLearner {
  private static final String DATA = "data";
  private static final String SEALED = "sealed";

  /** What the kind of an event is made of, and what never changes. */
  private static final Set<String> FIXED =
      Set.of("specversion", "source", "type", "datacontenttype", "custody");

  /** What a fold looks at; any other attribute of the envelope is passed over. */
  private static final Set<String> KEPT =
      Set.of(
          "id",
          "subject",
          "referral",
          "streamsequence",
          "time",
          "recordedtime",
          "actor",
          "organisation",
          "marking");

  private final byte[] document;
  private final byte[] self;
  private final List<Slot> slots = new ArrayList<>();
  private final Function<String, Proven> types;
  private int at;
  private int fixedFrom;
  private int recordedSlot = -1;
  private boolean namesItsReferral;
  private String source = "";
  private String type = "";
  private long stream;

  private FormLearner(byte[] document, String referral, Function<String, Proven> types) {
    this.document = document;
    this.types = types;
    this.self = referral.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * @param document one event that could be read
   * @param referral as it stands in the document
   * @param types what is proven of the type that a member of the data or of the envelope has
   * @return null where the document is not of a kind to be learned
   */
  static Form learn(
      byte[] document,
      String referral,
      int number,
      Form.Use use,
      Words words,
      Function<String, Proven> types) {
    if (referral.length() != UUID_LENGTH) return null;
    var learner = new FormLearner(document, referral, types);
    if (!learner.object("", false) || learner.at != document.length) return null;
    if (learner.recordedSlot < 0 || !learner.namesItsReferral) return null;
    byte[] after = Arrays.copyOfRange(document, learner.fixedFrom, document.length);
    return new Form(
        number,
        use,
        learner.type,
        learner.slots,
        after,
        learner.recordedSlot,
        learner.stream,
        words);
  }

  private boolean object(String path, boolean skipped) {
    if (!next('{')) return false;
    if (next('}')) return true;
    do {
      if (!next('"')) return false;
      int end = Ascii.stringEnd(document, at, document.length);
      if (end < 0) return false;
      String name = ascii(at, end);
      at = end + 1;
      if (!next(':') || !member(path, name, skipped)) return false;
    } while (next(','));
    return next('}');
  }

  private boolean member(String path, String name, boolean skipped) {
    boolean envelope = path.isEmpty();
    if (envelope && name.equals(DATA))
      return at < document.length && document[at] == '{' && object(DATA, false);
    if (envelope) return attribute(name);
    return value(path + "/" + name, skipped || path.equals(DATA) && name.equals(SEALED));
  }

  private boolean attribute(String name) {
    if (!next('"')) return false;
    int end = Ascii.stringEnd(document, at, document.length);
    if (end < 0) return false;
    if (name.equals("source")) source = ascii(at, end);
    if (name.equals("type")) type = ascii(at, end);
    if (name.equals("subject") && own(end) >= 0) stream = stream(end);
    if (name.equals("streamsequence")) {
      if (end - at != 10) return false;
      add(Slot.Kind.COUNT, end, 0, name);
    } else if (name.equals("recordedtime")) {
      if (Times.digits(end - at) != 6) return false;
      recordedSlot = slots.size();
      add(Slot.Kind.TIME, end, 6, name);
    } else if (KEPT.contains(name)) {
      text(end, name);
    } else if (!FIXED.contains(name)) {
      add(Slot.Kind.SKIPPED, end, 0, name);
    }
    at = end + 1;
    return true;
  }

  private boolean value(String path, boolean skipped) {
    if (at >= document.length) return false;
    return switch (document[at]) {
      case '{' -> object(path, skipped);
      case '[' -> array(path, skipped);
      case '"' -> string(path, skipped);
      default -> scalar(path);
    };
  }

  private boolean array(String path, boolean skipped) {
    if (!next('[')) return false;
    if (next(']')) return true;
    do {
      if (!value(path, skipped)) return false;
    } while (next(','));
    return next(']');
  }

  private boolean string(String path, boolean skipped) {
    at++;
    int end = Ascii.stringEnd(document, at, document.length);
    if (end < 0) return false;
    if (skipped) add(Slot.Kind.SKIPPED, end, 0, path);
    else text(end, path);
    at = end + 1;
    return true;
  }

  private boolean scalar(String path) {
    int end = at;
    while (end < document.length && ",}]".indexOf(document[end]) < 0 && document[end] > ' ') end++;
    if (end == at || document[end - 1] == '"') return false;
    add(Slot.Kind.SCALAR, end, 0, types.apply(path), new Slot.Place(path, "", ""));
    at = end;
    return true;
  }

  /** What stands between here and there, which may hold the referral's own id. */
  private void text(int end, String path) {
    int digits = Times.digits(end - at);
    int own = own(end);
    if (own >= 0) {
      var place = new Slot.Place(path, ascii(at, own), ascii(own + UUID_LENGTH, end));
      at = own;
      namesItsReferral = true;
      add(Slot.Kind.SELF, own + UUID_LENGTH, 0, null, place);
    } else if (end - at == UUID_LENGTH
        && Ascii.uuidHigh(document, at) != 0
        && Ascii.uuidLow(document, at) != 0) {
      add(Slot.Kind.UUID, end, (int) (Ascii.uuidHigh(document, at) >>> 12 & 15), path);
    } else if (digits >= 0 && new Times().micros(document, at, digits) != Times.NONE) {
      add(Slot.Kind.TIME, end, digits, path);
    } else {
      add(Slot.Kind.TEXT, end, 0, types.apply(path), new Slot.Place(path, "", ""));
    }
  }

  private int own(int end) {
    for (int from = at; from + UUID_LENGTH <= end; from++)
      if (Arrays.equals(document, from, from + UUID_LENGTH, self, 0, UUID_LENGTH)) return from;
    return -1;
  }

  /** Which of the referral's streams it is, whatever referral that is. */
  private long stream(int end) {
    int own = own(end);
    String before = ascii(at, own);
    String after = ascii(own + UUID_LENGTH, end);
    return Hash.of(source + ' ' + before + ' ' + after);
  }

  private String ascii(int from, int to) {
    return new String(document, from, to - from, StandardCharsets.US_ASCII);
  }

  private void add(Slot.Kind kind, int end, int detail, String path) {
    add(kind, end, detail, null, new Slot.Place(path, "", ""));
  }

  /** A slot from here to there; the fixed bytes before it are those since the last one. */
  private void add(Slot.Kind kind, int end, int detail, Proven proven, Slot.Place place) {
    slots.add(new Slot(kind, Arrays.copyOfRange(document, fixedFrom, at), detail, proven, place));
    fixedFrom = end;
  }

  private boolean next(char wanted) {
    if (at >= document.length || document[at] != wanted) return false;
    at++;
    return true;
  }
}
