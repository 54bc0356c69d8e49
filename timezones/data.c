int meridian_skeleton;
