package baton.replay.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.allocation.CaseConcluded;
import baton.contract.risk.AssessmentConcluded;
import baton.custody.Custody;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the records of the log: in the fast way those whose form is known, in the general way all
 * others, from which it learns forms as it goes on. Both ways give the same events. Belongs to one
 * thread.
 */
final class Forms {
  /** How an event is marked that is kept whole. */
  static final int WHOLE = 0;

  private static final byte[] BEGIN =
      "{\"specversion\":\"1.0\",\"id\":\"".getBytes(StandardCharsets.US_ASCII);

  /** Where the source stands: behind the event's id. */
  private static final int SOURCE = BEGIN.length + Ascii.UUID_LENGTH + "\",\"source\":\"".length();

  /** Where, seen from the source, types of events differ, whichever service wrote them. */
  private static final int[] WINDOWS = {29, 35, 43};

  private static final int LENGTH_MIN = SOURCE + 43 + Long.BYTES;
  private static final int FORMS_MAX = 4096;
  private static final int FORMS_OF_ONE_KIND_MAX = 64;
  private static final int BUCKETS = 1 << 12;
  private static final Form[] NONE = {};

  private final Words words;
  private final EventReader reader;
  private final FieldTypes types = new FieldTypes();
  private final WordValues.All values;
  private final Form[][] buckets = new Form[BUCKETS][];
  private final List<Form> all = new ArrayList<>();
  private final List<byte[]> samples = new ArrayList<>();
  private final Packed packed = new Packed();
  private final Packing.Found found = new Packing.Found();
  private long general;

  Forms(Words words, EventReader reader) {
    this.words = words;
    this.reader = reader;
    this.values = new WordValues.All(words, reader);
    Arrays.fill(buckets, NONE);
  }

  /** How many records were read in the general way. */
  long general() {
    return general;
  }

  Form form(int number) {
    return all.get(number - 1);
  }

  /** One document of each form, from which the same forms can be learned again. */
  void save(DataOutputStream out) throws IOException {
    out.writeInt(samples.size());
    for (byte[] sample : samples) Stored.put(out, sample, sample.length);
  }

  static List<byte[]> samples(DataInputStream in) throws IOException {
    var samples = new ArrayList<byte[]>();
    for (int left = in.readInt(); left > 0; left--) samples.add(Stored.bytes(in));
    return samples;
  }

  /**
   * @param key the record's key, or null where it is not to be compared
   */
  Line read(byte[] key, int keyLength, byte[] b, int from, int to) {
    if (to - from >= LENGTH_MIN) {
      Form[] candidates = buckets[bucket(b, from)];
      for (int i = 0; i < candidates.length; i++) {
        Form form = candidates[i];
        if (!form.packing.pack(b, from, to, packed, found)) continue;
        if (i > 0) {
          candidates[i] = candidates[i - 1];
          candidates[i - 1] = form;
        }
        if (found.unproven || !fits(key, keyLength, b)) break;
        return line(form);
      }
    }
    return general(key, keyLength, Arrays.copyOfRange(b, from, to));
  }

  private boolean fits(byte[] key, int keyLength, byte[] b) {
    return key == null || keyLength == Ascii.UUID_LENGTH && Ascii.sameUuid(key, 0, b, found.self);
  }

  private Line line(Form form) {
    return switch (form.use) {
      case FOLDED ->
          new Line(Line.Kind.FOLDED, found.high, found.low, found.recorded, packed.copy(), null);
      case ENDING ->
          new Line(Line.Kind.ENDING, found.high, found.low, found.recorded, packed.copy(), null);
      case IGNORED -> Line.ignored(found.high, found.low, found.recorded);
    };
  }

  private Line general(byte[] key, int keyLength, byte[] document) {
    general++;
    Recorded<? extends BatonEvent> event;
    try {
      event =
          reader.read(
              document, key == null ? null : new String(key, 0, keyLength, StandardCharsets.UTF_8));
    } catch (RuntimeException provoked) {
      // Whatever the bytes provoke is the bytes' fault.
      return Line.UNREADABLE;
    }
    if (event.referral() == null) return Line.register(event);
    Form form = formOf(document, event);
    if (form != null) return line(form);
    return whole(document, event);
  }

  /** Of a document that could be read; it is packed then. */
  private Form formOf(byte[] document, Recorded<? extends BatonEvent> event) {
    if (document.length < LENGTH_MIN) return null;
    int bucket = bucket(document, 0);
    for (Form form : buckets[bucket])
      if (form.packing.pack(document, 0, document.length, packed, found))
        return proven(form, event) == null ? null : form;
    if (all.size() >= FORMS_MAX || buckets[bucket].length >= FORMS_OF_ONE_KIND_MAX) return null;
    Form form =
        FormLearner.learn(
            document,
            event.referral().toString(),
            all.size() + 1,
            use(event.event()),
            words,
            types.of(event.event()));
    if (form == null || !form.packing.pack(document, 0, document.length, packed, found))
      return null;
    Recorded<? extends BatonEvent> example = proven(form, event);
    if (example == null) return null;
    form.maker(EventMaker.of(form, example, packed, values));
    all.add(form);
    samples.add(document);
    buckets[bucket] = Arrays.copyOf(buckets[bucket], buckets[bucket].length + 1);
    buckets[bucket][buckets[bucket].length - 1] = form;
    return form;
  }

  /** What the general way reads of what a form packed, or null if that is not the event. */
  private Recorded<? extends BatonEvent> proven(Form form, Recorded<? extends BatonEvent> event) {
    var in = new Packed.Reader(packed.bytes, 0, packed.size);
    in.count();
    var again = reader.read(Unpacking.document(form, in, found.high, found.low), null);
    if (!Kept.of(again).equals(Kept.of(event))) return null;
    Unpacking.proven(form, packed);
    return again;
  }

  private static Line whole(byte[] document, Recorded<? extends BatonEvent> event) {
    Form.Use use = use(event.event());
    long high = event.referral().value().getMostSignificantBits();
    long low = event.referral().value().getLeastSignificantBits();
    long recorded = Times.micros(event.recordedTime());
    if (use == Form.Use.IGNORED) return Line.ignored(high, low, recorded);
    var out = new Packed();
    out.begin(document.length + 8);
    out.count(WHOLE);
    out.raw(document, 0, document.length);
    return new Line(
        use == Form.Use.ENDING ? Line.Kind.ENDING : Line.Kind.FOLDED,
        high,
        low,
        recorded,
        out.copy(),
        null);
  }

  /** Learns again what an earlier reader learned, so that what that one packed can be read. */
  void learnAgain(List<byte[]> documents) {
    for (byte[] document : documents) {
      formOf(document, reader.read(document, null));
    }
    if (all.size() != documents.size())
      throw new IllegalStateException("forms of a snapshot could not be learned again");
  }

  private static Form.Use use(BatonEvent event) {
    if (!Custody.isFedBy(event)) return Form.Use.IGNORED;
    return event instanceof CaseConcluded || event instanceof AssessmentConcluded
        ? Form.Use.ENDING
        : Form.Use.FOLDED;
  }

  private static int bucket(byte[] b, int from) {
    long hash = 0;
    for (int window : WINDOWS)
      hash = (hash ^ (long) Ascii.LONG.get(b, from + SOURCE + window)) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 52);
  }
}
