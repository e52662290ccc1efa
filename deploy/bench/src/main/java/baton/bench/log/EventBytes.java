package baton.bench.log;

import java.util.concurrent.TimeUnit;

/**
 * The records of a plan's referrals, one at a time in a buffer of its own. Not for several threads.
 */
public final class EventBytes {
  private static final int EVENT_MAX = 8 * 1024;
  private static final int OFFICERS = 400;
  private static final int ASSESSORS = 120;

  /** Of what is not one step's: beyond any number of steps. */
  private static final int CORRELATION = 1000;

  private static final int ESCALATION = 2000;
  private static final int KEY = 3000;
  private static final int BOX = 4000;

  /** An act is entered half an hour after it. */
  private static final long ENTERED_AFTER = TimeUnit.MINUTES.toMicros(30);

  private static final long REVIEW_AGAIN = TimeUnit.DAYS.toMicros(28);
  private static final long REPORTED_BEFORE = TimeUnit.DAYS.toMicros(3);

  private final Plan plan;
  private final byte[] buffer = new byte[EVENT_MAX];
  private final byte[] key = new byte[36];
  private int length;

  public EventBytes(Plan plan) {
    this.plan = plan;
  }

  /** What {@link #write} wrote last, up to {@link #length()}. */
  public byte[] buffer() {
    return buffer;
  }

  public int length() {
    return length;
  }

  /** The record's key: the referral's id. */
  public byte[] key() {
    return key;
  }

  void write(long referral, Story story, int step) {
    Story.Step told = story.steps().get(step);
    int teller = told.repeats() == Story.NONE ? step : told.repeats();
    Story.Step event = story.steps().get(teller);
    Template template = event.template();
    length = template.bytes().length;
    System.arraycopy(template.bytes(), 0, buffer, 0, length);
    long recorded = plan.received(referral) + event.delay();
    uuid(key, 0, plan.received(referral), referral, 0, 0, 7);
    Field[] fields = template.fields();
    for (int i = 0; i < fields.length; i++)
      fill(fields[i], template.offsets()[i], referral, story, teller, recorded, template.box());
  }

  private void fill(
      Field field, int at, long referral, Story story, int step, long recorded, int box) {
    switch (field) {
      case REFERRAL -> System.arraycopy(key, 0, buffer, at, key.length);
      case EVENT -> event(at, referral, story, step);
      case CAUSE -> event(at, referral, story, story.steps().get(step).cause());
      case ABOUT -> event(at, referral, story, story.steps().get(step).about());
      case ESCALATION -> {
        int which = ESCALATION + story.steps().get(step).escalation();
        uuid(buffer, at, plan.hash(referral, which), referral, which, which, 5);
      }
      case CORRELATION ->
          uuid(buffer, at, plan.received(referral), referral, CORRELATION, CORRELATION, 7);
      case KEY -> uuid(buffer, at, plan.received(referral), referral, KEY, KEY, 7);
      case RECORDED -> Text.micros(buffer, at, recorded);
      case HAPPENED -> Text.micros(buffer, at, wholeSeconds(recorded - ENTERED_AFTER));
      case HAPPENED_DATA -> Text.seconds(buffer, at, recorded - ENTERED_AFTER);
      // Raised within a second; microseconds that are not whole milliseconds, as they are written.
      case DUE -> Text.micros(buffer, at, recorded - 1_000_000);
      case NEXT_REVIEW -> Text.seconds(buffer, at, recorded + REVIEW_AGAIN);
      case PROVIDER_REPORTED -> Text.seconds(buffer, at, recorded - REPORTED_BEFORE);
      case FORCE, FORCE_OF_PERSON, FORCE_OF_TEAM -> two(at, plan.force(referral));
      case OTHER_FORCE -> two(at, plan.otherForce(referral));
      case OFFICER -> Text.digits(buffer, at, person(referral, 4, OFFICERS), 4);
      case ASSESSOR -> Text.digits(buffer, at, person(referral, 5, ASSESSORS), 4);
      case REFERENCE -> Text.digits(buffer, at, referral, field.length());
      case RECEIPT -> Text.crockford(buffer, at, low(referral, 0, 2));
      case CONTENT_HASH -> Text.hex(buffer, at, field.length(), plan.hash(referral, 6));
      case BOX -> Text.base64(buffer, at, box, plan.hash(referral, BOX + step));
    }
  }

  private void event(int at, long referral, Story story, int step) {
    long recorded = plan.received(referral) + story.steps().get(step).delay();
    uuid(buffer, at, recorded, referral, 10 + 2L * step, 11 + 2L * step, 7);
  }

  private void two(int at, byte[] digits) {
    buffer[at] = digits[0];
    buffer[at + 1] = digits[1];
  }

  /** Version 7 has the time of {@code micros} in front. */
  private void uuid(
      byte[] to, int at, long micros, long referral, long first, long second, int version) {
    long random = plan.hash(referral, first + 20_000) & 0xfff;
    long high = (micros / 1000) << 16 | (long) version << 12 | random;
    Text.uuid(to, at, high, low(referral, first, second + 2));
  }

  private long low(long referral, long first, long second) {
    long bits = plan.hash(referral, 40_000 + first * 7 + second);
    return bits & 0x3fffffffffffffffL | 0x8000000000000000L;
  }

  private long person(long referral, int what, int of) {
    return 1 + Math.floorMod(plan.hash(referral, what), of);
  }

  private static long wholeSeconds(long micros) {
    return micros / 1_000_000 * 1_000_000;
  }
}
