namespace Publisher.Tests.Support;

/// <summary>A picture that every decoder accepts.</summary>
internal static class Picture
{
    /// <summary>A PNG of 4 by 3 pixels, 8-bit RGB, each pixel another colour.</summary>
    public static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAMklEQVR42gEnANj/AAoKyEYKuYIKqr4KmwAKWrlGWqqCWpu+WowACqqqRqqbgqqMvqp9HSwQhy7DE9oAAAAASUVORK5CYII=");
}
