package baton.platform.http;

import java.util.Map;

/**
 * What the framework refuses by status alone.
 *
 * @param code last segment of the problem's type
 * @param next what to do, or null
 */
record FrameworkRefusal(String code, String next) {

  private static final Map<Integer, FrameworkRefusal> BY_STATUS =
      Map.of(
          400, new FrameworkRefusal("bad-request", "the request is not readable; see /q/openapi"),
          401,
              new FrameworkRefusal(
                  "token-missing-or-wrong", "send a bearer token that is valid and not expired"),
          403,
              new FrameworkRefusal(
                  "role-insufficient", "the token's role may not do this; see the list of roles"),
          404, new FrameworkRefusal("not-found", "nothing is there; see /q/openapi for the paths"),
          405,
              new FrameworkRefusal(
                  "method-not-allowed", "this path does not take that method; see Allow"),
          406,
              new FrameworkRefusal(
                  "not-acceptable", "this path cannot answer in what Accept asks for"),
          413, new FrameworkRefusal("too-large", null),
          415,
              new FrameworkRefusal(
                  "unsupported-media-type", "this path does not take that Content-Type"),
          500, new FrameworkRefusal("internal-error", "this is a defect of Baton's; try again"));

  static FrameworkRefusal of(int status) {
    return BY_STATUS.getOrDefault(status, new FrameworkRefusal("other", null));
  }
}
