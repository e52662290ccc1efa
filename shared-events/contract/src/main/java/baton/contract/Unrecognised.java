package baton.contract;

/**
 * An event whose type this reader does not know: a newer service wrote it. It is archived and
 * counted. Where it moves custody, the fold stops for that referral and says so.
 */
public record Unrecognised(String type, boolean movesCustody) implements BatonEvent {}
